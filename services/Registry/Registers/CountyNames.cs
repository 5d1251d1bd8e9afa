using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Registers;

/// <summary>The Norwegian counties by number: as KLASS 104 says, else as the register's own municipalities say.</summary>
internal sealed class CountyNames(RegistryDb db)
{
    private const int Counties = 104;

    /// <summary>The names of today.</summary>
    public async Task<IReadOnlyDictionary<string, LocalizedText>> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var names = (await db.Municipalities.AsNoTracking().Where(municipality => municipality.Country == Country.No)
                .Select(municipality => new { municipality.Facts.RegionCode, municipality.Facts.RegionNames }).ToListAsync(cancellationToken))
            .GroupBy(region => region.RegionCode, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().RegionNames, StringComparer.Ordinal);
        var codes = await db.ClassificationCodes.AsNoTracking().Where(code => code.Classification == Counties).ToListAsync(cancellationToken);
        foreach (var code in codes.Where(code => code.HoldsOn(today)).OrderBy(code => code.From))
            names[code.Code] = new LocalizedText(code.Name, null, code.Name);
        return names;
    }
}
