using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Calls;

/// <summary>What came of a call.</summary>
public enum CallOutcome { Reached, NotReached }

/// <summary>AUC called a hromada.</summary>
public sealed class TownCall
{
    /// <summary>The order of writing.</summary>
    public long Id { get; private set; }

    public required Guid MunicipalityId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As audit names people.</summary>
    public required string Who { get; init; }

    public required CallOutcome Outcome { get; init; }

    /// <summary>What was said; empty when nothing was noted.</summary>
    public required string Words { get; init; }
}

internal sealed class TownCallMapping : IEntityTypeConfiguration<TownCall>
{
    public void Configure(EntityTypeBuilder<TownCall> builder)
    {
        builder.ToTable("town_calls");
        builder.Property(call => call.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(call => new { call.MunicipalityId, call.Id });
    }
}
