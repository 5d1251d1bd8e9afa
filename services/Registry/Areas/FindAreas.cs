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
public sealed record AreaView(string Code, string Name, LocalizedText Names, string Broader, IReadOnlyList<string> DacCodes);

/// <summary>The whole code list, by code.</summary>
public sealed class FindAreas(RegistryDb db)
{
    /// <summary>All areas, with the name in <paramref name="language"/> (nb, uk or en).</summary>
    public async Task<IReadOnlyList<AreaView>> RunAsync(string language, CancellationToken cancellationToken)
    {
        var areas = await db.Areas.AsNoTracking().OrderBy(area => area.Code).ToListAsync(cancellationToken);
        return [.. areas.Select(area => new AreaView(area.Code, area.Names.In(language), area.Names, area.Broader, area.DacCodes))];
    }
}
