using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>A need beside those that may be the same.</summary>
internal static class GetDuplicates
{
    private const int Most = 20;

    /// <summary>
    /// GET /api/v1/needs/{id}/duplicates: 200 with the need and up to 20 others of the same hromada: for staff first those that
    /// AUC linked, those told to be different included, then those that are likely the same, the most alike first. 404 need_not_found, also of a
    /// need that the reader does not see in full; others that it does not see are left out.
    /// </summary>
    public static async Task<Ok<DuplicatesView>> HandleAsync(
        Guid id, NeedsIntakeDb db, NeedVisibility visibility, SideBySide sideBySide, CancellationToken cancellationToken)
    {
        var (one, others) = await RunAsync(id, db, visibility, sideBySide, cancellationToken);
        var views = new List<LikelyDuplicateView>();
        foreach (var other in others)
            views.Add(await sideBySide.ShowAsync(other, cancellationToken));
        return TypedResults.Ok(new DuplicatesView(await visibility.ShowAsync(one.Need, one.Hromada, cancellationToken), views));
    }

    /// <summary>The same for every way in.</summary>
    /// <exception cref="Refusal">Not found need_not_found.</exception>
    internal static async Task<(NeedRow One, IReadOnlyList<OtherNeed> Others)> RunAsync(
        Guid id, NeedsIntakeDb db, NeedVisibility visibility, SideBySide sideBySide, CancellationToken cancellationToken)
    {
        var links = visibility.MayReadNotes ? await LinksOfAsync(db, id, cancellationToken) : [];
        var pairs = await LikelyDuplicates.Of(db, db.Needs.AsNoTracking().Where(need => need.Id == id), Most)
            .ToDictionaryAsync(pair => pair.OtherId, cancellationToken);
        // First what people linked: that must not fall off the end.
        Guid[] others = [.. links.Keys, .. pairs.Values.OrderByDescending(pair => pair.Likeness).Select(pair => pair.OtherId).Except(links.Keys)];
        var rows = await sideBySide.RowsAsync([id, .. others], cancellationToken);
        if (!rows.TryGetValue(id, out var one))
            throw NeedChange.NotFound();
        return (one, [.. others.Where(rows.ContainsKey).Take(Most).Select(other =>
            OtherNeed.Beside(one, rows[other], pairs.GetValueOrDefault(other), links.GetValueOrDefault(other)))]);
    }

    private static Task<Dictionary<Guid, NeedLink>> LinksOfAsync(NeedsIntakeDb db, Guid id, CancellationToken cancellationToken) =>
        db.Set<NeedLink>().AsNoTracking().Where(link => link.EarlierId == id || link.LaterId == id)
            .ToDictionaryAsync(link => link.EarlierId == id ? link.LaterId : link.EarlierId, cancellationToken);
}
