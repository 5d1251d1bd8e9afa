using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Coverage;

/// <summary>Counts who is helped by somebody. Staff see all numbers; partners those of hromadas outside the war alone, and none that is small.</summary>
internal sealed class GetCoverage(RegistryDb db, HelpedHromadas helped, Caller caller, TimeProvider clock)
{
    /// <summary>The numbers of today, with names in <paramref name="language"/>.</summary>
    public async Task<HelpCoverageView> RunAsync(string language, CancellationToken cancellationToken)
    {
        var below = caller.Kind == CallerKind.Staff ? 0 : SmallNumbers.Limit;
        var byCategory = (await CountAsync(cancellationToken)).GroupBy(cell => cell.Category).OrderBy(category => category.Key is null).ThenBy(category => category.Key).ToList();
        return new HelpCoverageView(
            clock.KyivToday(),
            [.. byCategory.SelectMany(category => Show([.. category], below, language)).OrderBy(row => row.Oblast!.Code, StringComparer.Ordinal)],
            [.. byCategory.Select(category => Row(null, [.. category], CoverageCell.HidesTotal([.. category], below)))],
            below);
    }

    private static IEnumerable<HelpCoverageRow> Show(IReadOnlyList<CoverageCell> cells, int below, string language)
    {
        var hidden = CoverageCell.Hidden(cells, below);
        return cells.Select(cell => Row(new RegionView(cell.OblastCode, cell.OblastNames.In(language), cell.OblastNames), [cell], hidden.Contains(cell)));
    }

    private static HelpCoverageRow Row(RegionView? oblast, IReadOnlyList<CoverageCell> cells, bool isHidden)
    {
        var (all, helped) = (cells.Sum(cell => cell.Hromadas), cells.Sum(cell => cell.Helped));
        return new HelpCoverageRow(oblast, cells[0].Category, all, isHidden ? null : helped, isHidden ? null : all - helped);
    }

    private async Task<IReadOnlyList<CoverageCell>> CountAsync(CancellationToken cancellationToken)
    {
        var ids = await helped.CountedAsync(cancellationToken);
        var counted = db.Municipalities.AsNoTracking().Where(municipality => municipality.Kind == MunicipalityKind.Hromada);
        if (caller.Kind != CallerKind.Staff)
            counted = counted.Where(MunicipalityMask.IsOutsideWar);
        var hromadas = await counted
            .Select(hromada => new { hromada.Facts.RegionCode, hromada.Facts.RegionNames, hromada.Facts.Category, Helped = ids.Contains(hromada.Id) })
            .ToListAsync(cancellationToken);
        return
        [
            .. from hromada in hromadas
            group hromada by (hromada.RegionCode, hromada.Category) into cell
            orderby cell.Key.RegionCode
            select new CoverageCell(cell.Key.RegionCode, cell.First().RegionNames, cell.Key.Category, cell.Count(), cell.Count(hromada => hromada.Helped)),
        ];
    }
}
