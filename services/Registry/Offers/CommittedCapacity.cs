using Kommunebro.Contracts.Matching;
using Kommunebro.Registry.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Offers;

/// <summary>What registry knows of a supplier's line in matching's ledger; matching owns it.</summary>
public sealed class CommittedCapacity
{
    private CommittedCapacity()
    {
    }

    /// <summary>Takes down the first that is heard.</summary>
    public CommittedCapacity(CapacityChanged capacity)
    {
        SupplierId = capacity.SupplierId;
        Take(capacity);
    }

    /// <summary>The supplier's id as a municipality.</summary>
    public Guid SupplierId { get; private set; }

    /// <summary>Matching's version of it.</summary>
    public long Version { get; private set; }

    /// <summary>Person-days a year held for first talks.</summary>
    public int ReservedPersonDays { get; private set; }

    /// <summary>Person-days a year of partnerships that exist.</summary>
    public int InUsePersonDays { get; private set; }

    /// <summary>Partnerships, first talks included.</summary>
    public int Partnerships { get; private set; }

    /// <summary>Becomes what <paramref name="capacity"/> says, unless this is as new or newer.</summary>
    public void Update(CapacityChanged capacity)
    {
        if (capacity.Version > Version)
            Take(capacity);
    }

    /// <summary>Whether more is committed than <paramref name="offer"/> gives. A band or an unknown capacity is no number to exceed.</summary>
    public bool Exceeds(Offer offer) =>
        offer.Status == OfferStatus.Available
        && (ReservedPersonDays + InUsePersonDays > offer.PersonDays || Partnerships > offer.MaxPartnerships);

    /// <summary>Whether nothing of <paramref name="offer"/> is free. A band or an unknown capacity is no number to fill.</summary>
    public bool Fills(Offer offer) =>
        offer.Status == OfferStatus.Available
        && (ReservedPersonDays + InUsePersonDays >= offer.PersonDays || Partnerships >= offer.MaxPartnerships);

    private void Take(CapacityChanged capacity)
    {
        Version = capacity.Version;
        ReservedPersonDays = capacity.ReservedPersonDays;
        InUsePersonDays = capacity.InUsePersonDays;
        Partnerships = capacity.Partnerships;
    }
}

/// <summary>Table committed_capacities.</summary>
internal sealed class CommittedCapacityMapping : IEntityTypeConfiguration<CommittedCapacity>
{
    public void Configure(EntityTypeBuilder<CommittedCapacity> committed)
    {
        committed.ToTable("committed_capacities");
        committed.HasKey(c => c.SupplierId);
        committed.Property(c => c.SupplierId).ValueGeneratedNever();
        committed.Property(c => c.Version).IsConcurrencyToken();
    }
}

/// <summary>Asks for a supplier's line.</summary>
internal static class CommittedLines
{
    /// <summary>What is committed of the supplier; null where the ledger said nothing.</summary>
    public static Task<CommittedCapacity?> CommittedByAsync(this RegistryDb db, Guid supplierId, CancellationToken cancellationToken) =>
        db.CommittedCapacities.AsNoTracking().SingleOrDefaultAsync(line => line.SupplierId == supplierId, cancellationToken);

    /// <summary>Those of <paramref name="offers"/>, all available, of which something is free, or nothing is: as <see cref="CommittedCapacity.Fills"/> tells.</summary>
    public static IQueryable<Offer> WithFreeCapacity(this RegistryDb db, IQueryable<Offer> offers, bool free) => offers.Where(offer => free != db.CommittedCapacities.Any(line =>
        line.SupplierId == offer.MunicipalityId
        && (line.ReservedPersonDays + line.InUsePersonDays >= offer.PersonDays || line.Partnerships >= offer.MaxPartnerships)));
}
