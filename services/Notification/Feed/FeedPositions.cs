using Kommunebro.Notification.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Feed;

/// <summary>Gives what has happened its place in the feed, one reader at a time.</summary>
internal sealed class FeedPositions(NotificationDb db)
{
    private const int Batch = 5_000;

    /// <summary>Places all that waits; what concerns a municipality of which registry has not told yet waits on, or nobody would ever see it.</summary>
    public async Task PlaceAsync(CancellationToken cancellationToken)
    {
        while (await db.FeedEvents.AnyAsync(
                one => one.Position == null && db.Municipalities.Any(known => known.Id == one.MunicipalityId), cancellationToken)
            && await PlaceBatchAsync(cancellationToken) == Batch)
        {
            // In batches, so that the first reader after a long time does not run out of it.
        }
    }

    /// <returns>How many got their place.</returns>
    private async Task<int> PlaceBatchAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('feed-positions', 0))", cancellationToken);
        // A statement of its own, so that it sees what the holder of the lock before has written.
        var placed = await db.Database.ExecuteSqlAsync(
            $"""
            with waiting as (
                select id, row_number() over (order by number) as place from feed_events
                where position is null and exists (select 1 from known_municipalities known where known.id = feed_events.municipality_id)
                order by number limit {Batch})
            update feed_events set position = (select coalesce(max(position), 0) from feed_events) + waiting.place
            from waiting where feed_events.id = waiting.id
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return placed;
    }
}
