using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Areas;

/// <summary>An area as readers see it.</summary>
/// <param name="Code">E.g. "WAT".</param>
/// <param name="Name">The name in the reader's language.</param>
/// <param name="Names">The name in the three languages.</param>
/// <param name="Broader">The broader group; areas of one group are near each other.</param>
/// <param name="DacCodes">OECD DAC CRS purpose codes, five digits each.</param>
/// <param name="RdnaSector">Sector of the rapid damage and needs assessments for Ukraine, e.g. "water_supply_and_sanitation".</param>
/// <param name="Cofog">Group of the Classification of the Functions of Government, e.g. "06.3".</param>
/// <param name="Cluster">Humanitarian cluster by the letters that OCHA uses, e.g. "WSH"; null where none fits.</param>
/// <param name="Oc4idsSector">Project sector of the Open Contracting for Infrastructure Data Standard, e.g. "waterAndWaste".</param>
/// <param name="DeprecatedSince">Since when no new offer and no new need names it; null while it is in use.</param>
/// <param name="ReplacedBy">The code of the area that took its place; null where none did.</param>
public sealed record AreaView(
    string Code,
    string Name,
    LocalizedText Names,
    string Broader,
    IReadOnlyList<string> DacCodes,
    string? RdnaSector,
    string? Cofog,
    string? Cluster,
    string? Oc4idsSector,
    DateOnly? DeprecatedSince,
    string? ReplacedBy)
{
    internal static AreaView Of(Area area, string language) => new(
        area.Code, area.Names.In(language), area.Names, area.Broader, area.DacCodes,
        area.Mapping.RdnaSector, area.Mapping.Cofog, area.Mapping.Cluster, area.Mapping.Oc4idsSector, area.DeprecatedSince, area.ReplacedBy);
}

/// <summary>The whole code list in one page.</summary>
/// <param name="Version">The day on which the list was changed last.</param>
/// <param name="Items">All areas by code, those that are deprecated, too.</param>
/// <param name="Next">Always null: there is no other page.</param>
public sealed record AreaListView(string Version, IReadOnlyList<AreaView> Items, string? Next);

/// <summary>The whole code list, by code.</summary>
public sealed class FindAreas(RegistryDb db)
{
    /// <summary>All areas, with the name in <paramref name="language"/> (nb, uk or en).</summary>
    public async Task<IReadOnlyList<AreaView>> RunAsync(string language, CancellationToken cancellationToken)
    {
        var areas = await db.Areas.AsNoTracking().OrderBy(area => area.Code).ToListAsync(cancellationToken);
        return [.. areas.Select(area => AreaView.Of(area, language))];
    }
}
