using System.Net;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>Reads DREAM's change feed from where it was left, and keeps each idea.</summary>
internal sealed class ImportDream(NeedsIntakeDb db, KeepDreamIdea keep, TimeProvider clock)
{
    // So many ideas one after the other that DREAM fails to tell of are no matter of the ideas: it is out of order.
    private const int Outage = 3;

    // The shortest time that the feed knows.
    private static readonly TimeSpan Moment = TimeSpan.FromMicroseconds(1);

    // An idea of which DREAM still fails to tell so long after it changed holds no further reading back.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private int _failures;
    private DateTimeOffset? _began;
    private DateTimeOffset? _held;

    /// <summary>Reads to the end of the feed. Each idea is stored before the next one is asked for, so a reading that was cut off goes on.</summary>
    /// <param name="feed">Where to read.</param>
    /// <param name="from">From when; null for where it was left.</param>
    /// <param name="cancellationToken">Ends it between two ideas.</param>
    public async Task<DreamReport> RunAsync(DreamFeed feed, DateTimeOffset? from, CancellationToken cancellationToken)
    {
        var since = from ?? (await db.Set<DreamCursor>().AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.UpdatedAt;
        (_failures, _began, _held) = (0, since, null);
        var (report, read) = (new DreamReport(), new HashSet<DreamChange>());
        while (true)
        {
            // A page begins with the last moment of the one before.
            var changes = (await feed.ChangesAsync(since, cancellationToken)).Where(read.Add).ToList();
            foreach (var change in changes)
                if (await TakeAsync(feed, change, report, cancellationToken))
                    await LeaveAtAsync(change.UpdatedAt, cancellationToken);
                else if (!IsGivenUp(change))
                    _held ??= change.UpdatedAt;

            if (changes.Count > 0)
                since = changes[^1].UpdatedAt;
            // The page has only what was read: the feed ends here, or the moment fills the page and hides what comes after it.
            else if (since is { } moment && (await feed.ChangesAsync(moment + Moment, cancellationToken)).Any(change => !read.Contains(change)))
            {
                report.TellCrowded(moment);
                since = moment + Moment;
            }
            else
                return report;
        }
    }

    /// <summary>Whether the idea failed before, in the reading that left the feed at it, and changed so long ago that the feed is read on without it.</summary>
    private bool IsGivenUp(DreamChange change) => change.UpdatedAt == _began && change.UpdatedAt < clock.Now() - Patience;

    /// <summary>Whether the feed may be read on from here next time.</summary>
    private async Task<bool> TakeAsync(DreamFeed feed, DreamChange change, DreamReport report, CancellationToken cancellationToken)
    {
        try
        {
            var detail = await feed.IdeaAsync(change.Id, cancellationToken);
            _failures = 0;
            report.Count(await keep.RunAsync(detail, change.UpdatedAt, cancellationToken));
            return true;
        }
        catch (Exception failed) when (IsOfTheIdea(failed, cancellationToken) && ++_failures < Outage)
        {
            report.Refuse(change.Id, failed.Message);
            return false;
        }
        // An idea that is none, or that the database will not have (SQL states 22 and 23: of the data), keeps no other back.
        catch (Exception bad) when (bad is Refusal { Kind: RefusalKind.Invalid } or DbUpdateException { InnerException: PostgresException { SqlState: ['2', '2' or '3', ..] } })
        {
            report.Refuse(change.Id, bad.GetBaseException().Message);
            return true;
        }
    }

    /// <summary>
    /// Whether DREAM may tell of the next idea: an answer that is too large, no JSON, or none in time may be the idea's own, but one that asks who
    /// calls, or to call less, goes for all.
    /// </summary>
    private static bool IsOfTheIdea(Exception failed, CancellationToken cancellationToken) => failed switch
    {
        HttpRequestException answer => answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests),
        Refusal refusal => refusal.Kind == RefusalKind.Unavailable,
        TaskCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    /// <summary>
    /// Notes how far the feed was read, by one statement, since another replica may read it, too: not past an idea that is to be tried again, and
    /// a change that is said to lie ahead must not hide those until then.
    /// </summary>
    private async Task LeaveAtAsync(DateTimeOffset updatedAt, CancellationToken cancellationToken)
    {
        var at = new[] { updatedAt, _held ?? updatedAt, clock.Now() }.Min();
        await db.Database.ExecuteSqlAsync(
            $"insert into dream_cursor (id, updated_at) values (1, {at}) on conflict (id) do update set updated_at = excluded.updated_at", cancellationToken);
    }
}
