using System.Text.Json.Nodes;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>What a reading of DREAM's feed brought.</summary>
/// <param name="New">Ideas that were not known.</param>
/// <param name="Changed">Known ones that DREAM changed.</param>
/// <param name="Skipped">Ideas that are none: without id or title, or taken down.</param>
/// <param name="Unplaced">New or changed ones whose hromada is not known.</param>
internal sealed record DreamReport(int New, int Changed, int Skipped, int Unplaced);

/// <summary>Reads DREAM's change feed from where it was left, and keeps each idea as a draft that waits for a person.</summary>
internal sealed class ImportDream(NeedsIntakeDb db)
{
    // So that little is read twice when the reading is cut off.
    private const int Batch = 50;

    /// <summary>Reads to the end of the feed. Each batch is stored with its cursor, so a reading that was cut off goes on.</summary>
    /// <param name="feed">Where to read.</param>
    /// <param name="from">From when; null for where it was left.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    public async Task<DreamReport> RunAsync(DreamFeed feed, DateTimeOffset? from, CancellationToken cancellationToken)
    {
        var hromadas = await HromadasAsync(cancellationToken);
        var cursor = await db.Set<DreamCursor>().SingleOrDefaultAsync(cancellationToken);
        cursor ??= db.Add(new DreamCursor { UpdatedAt = DateTimeOffset.UnixEpoch }).Entity;
        var since = from ?? (cursor.UpdatedAt == DateTimeOffset.UnixEpoch ? null : cursor.UpdatedAt);
        var (report, read) = (new DreamReport(0, 0, 0, 0), new HashSet<DreamChange>());
        // A page begins with the last moment of the one before; the feed is at its end when it brings nothing that is new.
        while ((await feed.ChangesAsync(since, cancellationToken)).Where(read.Add).ToList() is { Count: > 0 } changes)
        {
            foreach (var batch in changes.Chunk(Batch))
            {
                foreach (var change in batch)
                    report = await TakeAsync(feed, change, hromadas, report, cancellationToken);
                cursor.UpdatedAt = batch[^1].UpdatedAt;
                await db.SaveChangesAsync(cancellationToken);
            }

            since = changes[^1].UpdatedAt;
        }

        return report;
    }

    private async Task<DreamReport> TakeAsync(
        DreamFeed feed, DreamChange change, Dictionary<string, string> hromadas, DreamReport report, CancellationToken cancellationToken)
    {
        var record = DreamRecord.Of(await feed.IdeaAsync(change.Id, cancellationToken), change.UpdatedAt, code => HromadaOf(code, hromadas));
        if (record is null)
            return report with { Skipped = report.Skipped + 1 };
        var (_, isNew, isChanged) = await KeepAsync(record, cancellationToken);
        return report with
        {
            New = report.New + (isNew ? 1 : 0),
            Changed = report.Changed + (isChanged ? 1 : 0),
            Unplaced = report.Unplaced + ((isNew || isChanged) && record.MunicipalityCode is null ? 1 : 0),
        };
    }

    /// <summary>Keeps one idea that somebody brings; the caller saves.</summary>
    /// <param name="detail">DREAM's answer of it.</param>
    /// <param name="updatedAt">When it changed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">not_a_dream_idea.</exception>
    public async Task<(DreamIdea Idea, bool IsNew)> KeepAsync(JsonObject detail, DateTimeOffset updatedAt, CancellationToken cancellationToken)
    {
        var hromadas = await HromadasAsync(cancellationToken);
        var record = DreamRecord.Of(detail, updatedAt, code => HromadaOf(code, hromadas)) ?? throw new Refusal(
            RefusalKind.Invalid, "not_a_dream_idea", "Send DREAM's answer of one idea: it has internal.code and cdu_response.title.", "internal.code");
        var (idea, isNew, _) = await KeepAsync(record, cancellationToken);
        return (idea, isNew);
    }

    private async Task<(DreamIdea Idea, bool IsNew, bool IsChanged)> KeepAsync(DreamRecord record, CancellationToken cancellationToken)
    {
        var known = await db.Set<DreamIdea>().FindAsync([record.DreamId], cancellationToken);
        if (known is null)
            return (db.Add(DreamIdea.Of(record)).Entity, true, false);
        var isChanged = known.UpdatedAt < record.UpdatedAt;
        if (isChanged)
            known.Become(record);
        return (known, false, isChanged);
    }

    private static string? HromadaOf(string code, Dictionary<string, string> hromadas) =>
        code.Length >= 9 ? hromadas.GetValueOrDefault(code[..9]) : null;

    /// <summary>Hromadas by what all codes within them begin with: UA, and the two digits of oblast and raion and three of the hromada.</summary>
    private async Task<Dictionary<string, string>> HromadasAsync(CancellationToken cancellationToken) =>
        (await db.Municipalities.AsNoTracking()
            .Where(known => known.Kind == Contracts.MunicipalityKind.Hromada).Select(known => known.Code).Distinct().ToListAsync(cancellationToken))
        .GroupBy(code => code[..9], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
