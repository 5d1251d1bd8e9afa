using Kommunebro.Matching.Engine;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Ledger;

/// <summary>How firmly person-days of a supplier are held.</summary>
public enum HoldKind
{
    /// <summary>A proposal was sent out; the parties have not both answered.</summary>
    Asked,

    /// <summary>The two talk.</summary>
    Reserved,

    /// <summary>The partnership exists.</summary>
    InUse,

    /// <summary>The partnership came to its end in order: its part of the need is met, and the supplier is free again.</summary>
    Met,
}

/// <summary>Person-days of a supplier, and a need, that are not free: from the release of a proposal to its no, or to the end of the partnership. What was met stays, so that nobody is asked to meet it again.</summary>
public sealed class Hold
{
    private Hold()
    {
    }

    /// <summary>The proposal that it came from, or the partnership that was registered.</summary>
    public Guid Id { get; private set; }

    public Guid SupplierId { get; private set; }

    public Guid HromadaId { get; private set; }

    /// <summary>The need that is taken; null when a registered partnership serves none.</summary>
    public Guid? NeedId { get; private set; }

    /// <summary>The partnership; null while it is only asked for.</summary>
    public Guid? PartnershipId { get; private set; }

    public string AreaCode { get; private set; } = "";

    /// <summary>1 to 4 quarters of the need; 0 without a need.</summary>
    public int Quarters { get; private set; }

    /// <summary>Person-days a year.</summary>
    public int PersonDays { get; private set; }

    public HoldKind Kind { get; private set; }

    /// <summary>What a proposal that is sent out holds.</summary>
    public static Hold Ask(
        Guid proposalId, Guid supplierId, Guid hromadaId, Guid needId, int quarters, string areaCode, int personDays) => new()
    {
        Id = proposalId,
        SupplierId = supplierId,
        HromadaId = hromadaId,
        NeedId = needId,
        Quarters = quarters,
        AreaCode = areaCode,
        PersonDays = personDays,
        Kind = HoldKind.Asked,
    };

    /// <summary>What a partnership that was made without the platform takes; it serves a need wholly.</summary>
    public static Hold Register(
        Guid partnershipId, Guid supplierId, Guid hromadaId, Guid? needId, string areaCode, int personDays, HoldKind kind) => new()
    {
        Id = partnershipId,
        SupplierId = supplierId,
        HromadaId = hromadaId,
        NeedId = needId,
        Quarters = needId is null ? 0 : Share.Whole,
        PartnershipId = partnershipId,
        AreaCode = areaCode,
        PersonDays = personDays,
        Kind = kind,
    };

    /// <summary>Now it is the partnership's.</summary>
    public void Become(HoldKind kind, Guid partnershipId) => (Kind, PartnershipId) = (kind, partnershipId);
}

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        builder.ToTable("holds");
        builder.Property(hold => hold.Id).ValueGeneratedNever();
        builder.Property(hold => hold.Kind).HasConversion<EnumNameColumn<HoldKind>>();
        builder.HasIndex(hold => hold.SupplierId);
        builder.HasIndex(hold => hold.PartnershipId);
        // A need goes wholly to one supplier, or in quarters to several, each once, whoever forgets to ask.
        builder.HasIndex(hold => new { hold.NeedId, hold.SupplierId }).IsUnique();
        builder.HasIndex(hold => hold.NeedId).IsUnique().HasFilter($"quarters > {Share.Whole / 2}");
    }
}
