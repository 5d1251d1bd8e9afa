using System.Globalization;
using Kommunebro.Notification.Data;
using Kommunebro.Notification.Webhooks;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Feed;

/// <summary>Something that happened: the ids by which the API tells the rest to who may see it.</summary>
/// <param name="Id">The event; a copy has the same.</param>
/// <param name="Type">What happened: the events of webhooks, and municipality.changed.</param>
/// <param name="Timestamp">When (UTC).</param>
/// <param name="Data">The ids and public facts.</param>
public sealed record FeedEventView(Guid Id, string Type, DateTimeOffset Timestamp, WebhookData Data);

/// <summary>A piece of the feed.</summary>
/// <param name="Items">What happened, in the order of the feed.</param>
/// <param name="Next">Where to go on, also when there is no more yet: keep it, and ask with it next time.</param>
/// <param name="More">Whether there is more already.</param>
public sealed record FeedView(IReadOnlyList<FeedEventView> Items, string Next, bool More);

/// <summary>The change feed of a partner organisation.</summary>
internal static class FindEvents
{
    /// <summary>
    /// GET /api/v1/events?after=…&amp;limit=…: 200 with what happened to the municipalities that the organisation acts for, and with changes
    /// of the register, after the place that after names; from the beginning without. Whoever goes on with next misses nothing and gets
    /// nothing twice. 400 out_of_range (limit), invalid_cursor (after).
    /// </summary>
    public static async Task<Ok<FeedView>> HandleAsync(
        string? after, int? limit, NotificationDb db, ActingFor<NotificationDb> acting, FeedPositions positions, CancellationToken cancellationToken)
    {
        var (last, size) = (PlaceOf(after), new PageRequest(limit, null).Size());
        await positions.PlaceAsync(cancellationToken);
        // All places up to the last one are there by now, so who has come to the end need not look again at what others were told.
        var end = await db.FeedEvents.MaxAsync(one => one.Position, cancellationToken) ?? 0;
        string[] own = [.. await acting.CodesAsync(cancellationToken) ?? new HashSet<string>()];
        var found = await db.FeedEvents.AsNoTracking()
            .Join(db.Municipalities, one => one.MunicipalityId, known => known.Id, (one, known) => new { Event = one, known.Code })
            .Where(row => row.Event.Position > last && row.Event.Position <= end && (row.Event.IsPublic || own.Contains(row.Code)))
            .OrderBy(row => row.Event.Position).Take(size + 1).ToListAsync(cancellationToken);
        var shown = found.Take(size).ToList();
        var next = found.Count > size ? shown[^1].Event.Position!.Value : Math.Max(last, end);
        return TypedResults.Ok(new FeedView(
            shown.ConvertAll(row => new FeedEventView(
                row.Event.Id, WebhookEvents.NameOf(row.Event.Kind), row.Event.OccurredAt, WebhookData.Of(row.Event.Facts, row.Code))),
            Cursor.Encode(next.ToString(CultureInfo.InvariantCulture)),
            found.Count > size));
    }

    private static long PlaceOf(string? after) => after is null ? 0
        : long.TryParse(Cursor.Decode(after, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
        : throw Cursor.Invalid();
}
