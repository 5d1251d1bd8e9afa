using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>What two needs of a hromada are to each other.</summary>
public enum NeedRelation
{
    /// <summary>The later one says the same again.</summary>
    Duplicate,

    /// <summary>The later one says the same again because it has become worse.</summary>
    Escalation,

    /// <summary>Different needs that should be looked at together.</summary>
    Related,

    /// <summary>Alike in words only; they are not shown as likely duplicates again.</summary>
    Different,
}

/// <summary>A person's decision on what two needs are to each other. Both needs stay as they are.</summary>
public sealed class NeedLink
{
    private NeedLink()
    {
    }

    /// <summary>The earlier need.</summary>
    public Guid EarlierId { get; private set; }

    /// <summary>The later need.</summary>
    public Guid LaterId { get; private set; }

    public long Version { get; private set; }

    public NeedRelation Relation { get; private set; }

    public string? Note { get; private set; }

    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>A new link; ids are UUIDv7, so that their order is that of time.</summary>
    public static NeedLink Between(Guid one, Guid other)
    {
        var (earlier, later) = Ordered(one, other);
        return new NeedLink { EarlierId = earlier, LaterId = later };
    }

    /// <summary>The two in the order of time.</summary>
    public static (Guid Earlier, Guid Later) Ordered(Guid one, Guid other) =>
        string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? (one, other) : (other, one);

    /// <summary>Decides, or decides anew.</summary>
    public void Decide(NeedRelation relation, string? note, DateTimeOffset now)
    {
        (Relation, Note, DecidedAt) = (relation, note, StoredTime.Of(now));
        Version++;
    }
}

internal sealed class NeedLinkMapping : IEntityTypeConfiguration<NeedLink>
{
    public void Configure(EntityTypeBuilder<NeedLink> builder)
    {
        builder.ToTable("need_links");
        builder.HasKey(link => new { link.EarlierId, link.LaterId });
        builder.Property(link => link.Version).IsConcurrencyToken();
        builder.HasOne<Need>().WithMany().HasForeignKey(link => link.EarlierId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Need>().WithMany().HasForeignKey(link => link.LaterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(link => link.LaterId);
    }
}
