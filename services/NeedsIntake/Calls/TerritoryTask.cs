using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Calls;

/// <summary>AUC looks at the needs of a hromada anew, since its territory status has changed.</summary>
public sealed class TerritoryTask
{
    /// <summary>How long AUC has.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromHours(48);

    private TerritoryTask()
    {
    }

    public TerritoryTask(Guid municipalityId, TerritoryStatus from, TerritoryStatus to, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (MunicipalityId, From, To) = (municipalityId, from, to);
        OpenedAt = StoredTime.Of(now);
        DueAt = OpenedAt + Term;
    }

    public Guid Id { get; private set; }

    public Guid MunicipalityId { get; private set; }

    public TerritoryStatus From { get; private set; }

    public TerritoryStatus To { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The status changed once more before anybody looked: one task, with the first term.</summary>
    public void ChangeTo(TerritoryStatus to) => To = to;

    public void Finish(DateTimeOffset now) => DoneAt = now;
}

internal sealed class TerritoryTaskMapping : IEntityTypeConfiguration<TerritoryTask>
{
    public void Configure(EntityTypeBuilder<TerritoryTask> builder)
    {
        builder.ToTable("territory_tasks");
        builder.HasKey(task => task.Id);
        builder.Property(task => task.Id).ValueGeneratedNever();
        // Of two who write on one at the same time the second is told: AUC that it finishes what has changed, an event tries anew.
        builder.Property(task => task.To).IsConcurrencyToken();
        builder.Property(task => task.DoneAt).IsConcurrencyToken();
        // Of two who open one at the same time the second is told, looks again, and changes the first.
        builder.HasIndex(task => task.MunicipalityId).IsUnique().HasFilter("done_at is null");
        builder.HasIndex(task => task.DueAt);
    }
}
