using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Timeline;

/// <summary>What happened to a proposal or in a partnership, as people read it; never changed.</summary>
public sealed class TimelineEntry
{
    /// <summary>The order of writing.</summary>
    public long Id { get; private set; }

    /// <summary>The proposal or partnership.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As in the audit, e.g. "partnership.note".</summary>
    public required string Action { get; init; }

    /// <summary>The actor, as in the audit.</summary>
    public required string Who { get; init; }

    /// <summary>What a person wrote or the code of a reason; texts stand here and not in the audit, since they may name people.</summary>
    public string? Text { get; init; }

    /// <summary>The stage that was reached.</summary>
    public string? Stage { get; init; }

    /// <summary>The day that it speaks of.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Writes timelines.</summary>
internal static class TimelineWrite
{
    /// <summary>Notes what happened; stored by the SaveChanges of the change itself.</summary>
    public static void Note(
        this MatchingDb db, Guid subjectId, string action, string? text = null, string? stage = null, DateOnly? on = null) => db.Add(new TimelineEntry
    {
        SubjectId = subjectId,
        At = db.GetService<TimeProvider>().Now(),
        Action = action,
        Who = db.GetService<AuditActor>().Who,
        Text = text,
        Stage = stage,
        On = on,
    });

    /// <summary>A timeline, oldest first.</summary>
    public static Task<List<TimelineEntry>> TimelineOfAsync(this MatchingDb db, Guid subjectId, CancellationToken cancellationToken) =>
        db.Timeline.AsNoTracking().Where(entry => entry.SubjectId == subjectId).OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
}

internal sealed class TimelineMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline");
        builder.Property(entry => entry.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(entry => new { entry.SubjectId, entry.Id });
    }
}
