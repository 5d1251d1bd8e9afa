using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Statistics;

/// <summary>How many needs there are.</summary>
/// <param name="Key">A status, an area's code, an urgency, or an oblast's two digits.</param>
/// <param name="Needs">How many; null when the number is suppressed, since few could be recognised.</param>
public sealed record CountView(string Key, int? Needs)
{
    /// <summary>The cells as they may be shown beside their total.</summary>
    public static IReadOnlyList<CountView> Suppress(IReadOnlyList<(string Key, int Needs)> cells, int below)
    {
        var hidden = SmallNumbers.Hidden(cells, few => SmallNumbers.Shown(few.Sum(cell => cell.Needs), below) is null, cell => cell.Needs);
        return [.. cells.Select(cell => new CountView(cell.Key, hidden.Contains(cell) ? null : cell.Needs))];
    }
}

/// <summary>Statistics of what the reader may count.</summary>
/// <param name="Total">All; null when suppressed.</param>
/// <param name="ByStatus">By status.</param>
/// <param name="ByArea">By area.</param>
/// <param name="ByUrgency">By urgency.</param>
/// <param name="ByOblast">By oblast.</param>
/// <param name="SuppressedBelow">Numbers below this one are suppressed; 0 when none is.</param>
public sealed record StatisticsView(
    int? Total,
    IReadOnlyList<CountView> ByStatus,
    IReadOnlyList<CountView> ByArea,
    IReadOnlyList<CountView> ByUrgency,
    IReadOnlyList<CountView> ByOblast,
    int SuppressedBelow);

/// <summary>Counts needs. Staff see all numbers; of others' needs partners see none that is small.</summary>
internal static class NeedStatistics
{
    /// <summary>GET /api/v1/needs/statistics: 200 with the numbers of needs by status, area, urgency and oblast; for partners without numbers below 5.</summary>
    public static async Task<Ok<StatisticsView>> HandleAsync(
        NeedsIntakeDb db, NeedVisibility visibility, Caller caller, CancellationToken cancellationToken)
    {
        var rows = await visibility.ThatMayBeSearchedAsync(NeedRow.Of(db, db.Needs.AsNoTracking()), cancellationToken);
        var counted = await CountNeeds.RunAsync(rows, cancellationToken);
        var below = caller.Kind == CallerKind.Staff ? 0 : SmallNumbers.Limit;
        return TypedResults.Ok(new StatisticsView(
            SmallNumbers.Shown(counted.Sum(count => count.Needs), below),
            By(count => WireName.Of(count.Status)),
            By(count => count.AreaCode),
            By(count => $"{count.Urgency}"),
            By(count => count.RegionCode),
            below));

        IReadOnlyList<CountView> By(Func<CountedNeed, string> key) => CountView.Suppress(
            [.. counted.GroupBy(key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Sum(count => count.Needs)))],
            below);
    }
}
