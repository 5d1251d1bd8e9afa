using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Initiatives;

/// <summary>What registry knows of a partnership that was made on this platform: who helps whom, too. Matching owns it.</summary>
public sealed class KnownPartnership
{
    private KnownPartnership()
    {
    }

    /// <summary>Takes down of which two it is, before anything is known of how it stands.</summary>
    public KnownPartnership(Guid id, Guid hromadaId, Guid supplierId) => (Id, HromadaId, SupplierId) = (id, hromadaId, supplierId);

    /// <summary>Matching's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Matching's version of it.</summary>
    public long Version { get; private set; }

    /// <summary>Who is helped.</summary>
    public Guid HromadaId { get; private set; }

    /// <summary>Who helps.</summary>
    public Guid SupplierId { get; private set; }

    /// <summary>From the letter of intent or agreed acute help until its end.</summary>
    public bool Exists { get; private set; }

    /// <summary>Becomes what matching said with <paramref name="version"/>, unless this is as new or newer.</summary>
    public void Hear(long version, bool exists)
    {
        if (version > Version)
            (Version, Exists) = (version, exists);
    }
}

/// <summary>Table known_partnerships.</summary>
internal sealed class KnownPartnershipMapping : IEntityTypeConfiguration<KnownPartnership>
{
    public void Configure(EntityTypeBuilder<KnownPartnership> partnership)
    {
        partnership.ToTable("known_partnerships");
        partnership.HasKey(p => p.Id);
        partnership.Property(p => p.Id).ValueGeneratedNever();
        partnership.Property(p => p.Version).IsConcurrencyToken();
        partnership.HasIndex(p => p.HromadaId);
    }
}
