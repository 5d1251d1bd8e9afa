using Kommunebro.Contracts.Matching;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Partnerships;

/// <summary>What needs-intake knows of a partnership; matching owns it.</summary>
public sealed class KnownPartnership
{
    /// <summary>Quarters of a need.</summary>
    private const int Whole = 4;

    private KnownPartnership()
    {
    }

    public KnownPartnership(PartnershipChanged partnership)
    {
        Id = partnership.PartnershipId;
        Update(partnership);
    }

    public Guid Id { get; private set; }

    /// <summary>Matching's version of it.</summary>
    public long Version { get; private set; }

    public PartnershipStage Stage { get; private set; }

    /// <summary>True from the letter of intent or agreed acute help until its end.</summary>
    public bool Exists { get; private set; }

    /// <summary>The needs that it serves.</summary>
    public List<Guid> NeedIds { get; private set; } = [];

    /// <summary>How many quarters it meets of each of them.</summary>
    public List<int> Quarters { get; private set; } = [];

    /// <summary>Becomes what <paramref name="partnership"/> says; the caller has seen that this is newer.</summary>
    public void Update(PartnershipChanged partnership)
    {
        Version = partnership.Version;
        Stage = partnership.Stage;
        Exists = partnership.Exists;
        NeedIds = [.. partnership.NeedIds];
        Quarters = [.. partnership.Quarters ?? Enumerable.Repeat(Whole, NeedIds.Count)];
    }

    /// <summary>
    /// Where a need stands that <paramref name="serving"/> serve: one that exists meets a part of it; those that came to their
    /// end in order have met theirs, and all of it when their quarters make it up; talks, and what was cancelled, change nothing.
    /// </summary>
    public static NeedStatus FulfilmentBy(Guid needId, IReadOnlyList<KnownPartnership> serving)
    {
        var met = serving.Where(partnership => partnership.Stage == PartnershipStage.Closed).Sum(partnership => partnership.QuartersOf(needId));
        return serving.Any(partnership => partnership.Exists) || met is > 0 and < Whole ? NeedStatus.PartlyMet
            : met > 0 ? NeedStatus.Met
            : NeedStatus.Verified;
    }

    private int QuartersOf(Guid needId) => NeedIds.Zip(Quarters).Where(part => part.First == needId).Sum(part => part.Second);
}

internal sealed class KnownPartnershipMapping : IEntityTypeConfiguration<KnownPartnership>
{
    public void Configure(EntityTypeBuilder<KnownPartnership> builder)
    {
        builder.ToTable("known_partnerships");
        builder.HasKey(partnership => partnership.Id);
        builder.Property(partnership => partnership.Id).ValueGeneratedNever();
        builder.Property(partnership => partnership.Version).IsConcurrencyToken();
        builder.HasIndex(partnership => partnership.NeedIds).HasMethod("gin");
    }
}
