using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>How many needs have all of these in common.</summary>
internal sealed record CountedNeed(
    NeedStatus Status, string AreaCode, int Urgency, ProgrammeCategory? Category, string RegionCode, int Needs);

/// <summary>Counts needs by what coordinators look at. Staff see small numbers, too; what is masked for the reader is not counted.</summary>
internal static class CountNeeds
{
    /// <summary>The counts; what there is none of is left out.</summary>
    public static async Task<IReadOnlyList<CountedNeed>> RunAsync(
        IQueryable<NeedRow> visible, CancellationToken cancellationToken) =>
        await visible
            .GroupBy(row => new
            {
                row.Need.Status,
                row.Need.Statement.AreaCode,
                row.Need.Statement.Urgency,
                row.Hromada.Category,
                row.Hromada.RegionCode,
            })
            .Select(group => new CountedNeed(
                group.Key.Status, group.Key.AreaCode, group.Key.Urgency, group.Key.Category, group.Key.RegionCode, group.Count()))
            .ToListAsync(cancellationToken);
}
