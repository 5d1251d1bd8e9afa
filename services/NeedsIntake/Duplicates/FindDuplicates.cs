using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>The queue of needs that wait for AUC and may have been told before.</summary>
internal static class FindDuplicates
{
    /// <summary>
    /// GET /api/v1/needs/duplicates?limit=…&amp;cursor=…: 200 with a page of needs that wait, newest first, each beside the need
    /// that it is most alike to and on which nobody has decided yet. 400 out_of_range (limit) or invalid_cursor.
    /// </summary>
    public static async Task<Ok<Page<LikelyPairView>>> HandleAsync(
        [AsParameters] PageRequest page,
        HttpContext http,
        NeedsIntakeDb db,
        NeedVisibility visibility,
        SideBySide sideBySide,
        CancellationToken cancellationToken)
    {
        var pairs = await RunAsync(page, db, sideBySide, cancellationToken);
        var views = new List<LikelyPairView>();
        foreach (var (later, other) in pairs.Items)
            views.Add(new LikelyPairView(
                await visibility.ShowAsync(later.Need, later.Hromada, cancellationToken), await sideBySide.ShowAsync(other, cancellationToken)));
        return TypedResults.Ok(new Page<LikelyPairView>(views, pairs.Next).WithLink(http));
    }

    /// <summary>The same for every way in.</summary>
    /// <exception cref="Refusal">Invalid out_of_range (limit), invalid_cursor.</exception>
    internal static async Task<Page<(NeedRow Later, OtherNeed Other)>> RunAsync(
        PageRequest page, NeedsIntakeDb db, SideBySide sideBySide, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var waiting = NeedsAfter(page.Cursor, db.Needs.AsNoTracking().Where(need => need.Status == NeedStatus.Submitted));
        var pairs = await LikelyDuplicates.Of(db, waiting, most: 1, undecided: true)
            .OrderByDescending(pair => pair.NeedId).Take(size + 1).ToListAsync(cancellationToken);
        var rows = await sideBySide.RowsAsync([.. pairs.SelectMany(pair => new[] { pair.NeedId, pair.OtherId })], cancellationToken);
        return Page.Of(
            pairs.ConvertAll(pair => (Later: rows[pair.NeedId], Other: OtherNeed.Beside(rows[pair.NeedId], rows[pair.OtherId], pair, link: null))),
            size, found => Cursor.Encode($"{found.Later.Need.Id}"));
    }

    private static IQueryable<Need> NeedsAfter(string? cursor, IQueryable<Need> needs)
    {
        if (cursor is null)
            return needs;
        if (!Guid.TryParse(Cursor.Decode(cursor, 1)[0], out var last))
            throw Cursor.Invalid();
        return needs.Where(need => need.Id < last);
    }
}
