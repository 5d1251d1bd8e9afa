using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Correspondence;

/// <summary>
/// One step that was taken with a need, with the words that went with it. The audit tells the facts; words may name people,
/// so they stand here alone, where they can be erased.
/// </summary>
public sealed class NeedStepTaken
{
    /// <summary>The order of writing.</summary>
    public long Id { get; private set; }

    public required Guid NeedId { get; init; }

    /// <summary>The need's version after the step.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was done, e.g. need.return.</summary>
    public required string Action { get; init; }

    /// <summary>The account, client or service, as audit names it.</summary>
    public required string Who { get; init; }

    /// <summary>A question, an answer, a reason, a note; empty when none.</summary>
    public required string Words { get; init; }
}

internal sealed class NeedStepTakenMapping : IEntityTypeConfiguration<NeedStepTaken>
{
    public void Configure(EntityTypeBuilder<NeedStepTaken> builder)
    {
        builder.ToTable("need_steps");
        builder.Property(step => step.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(step => new { step.NeedId, step.Id });
    }
}
