using Kommunebro.Registry.Data;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Codifier;

/// <summary>Keeps which settlements each hromada has, so that a territory status of all of them is one of the whole.</summary>
public sealed class KeepSettlements(RegistryDb db)
{
    private const int HromadaStem = 9;

    /// <summary>
    /// Brings the settlements of every hromada of which the units name some to what they say, in the caller's transaction. A hromada that is
    /// gone from the codifier keeps its own, as it stays in the register; a file without settlements says nothing of them.
    /// </summary>
    /// <returns>How many settlements of hromadas the units name.</returns>
    public async Task<int> RunAsync(IReadOnlyList<CodifierUnit> units, CancellationToken cancellationToken)
    {
        // Kyiv and Sevastopol stand on the oblast's level, and what is said of them is said of all.
        var hromadas = units.Where(unit => unit.Category == 'H').ToDictionary(unit => unit.Unit.Stem, unit => unit.Unit.Code, StringComparer.Ordinal);
        var named = units.Where(unit => unit.Unit.Level == KatottgLevel.Settlement)
            .Select(unit => (unit.Unit.Code, Hromada: hromadas.GetValueOrDefault(unit.Unit.Code[..HromadaStem])))
            .Where(settlement => settlement.Hromada is not null)
            .ToList();
        var (codes, owners) = (named.ConvertAll(settlement => settlement.Code).ToArray(), named.ConvertAll(settlement => settlement.Hromada!).ToArray());
        var gone = await RemoveAsync(codes, owners, cancellationToken);
        var added = await AddAsync(codes, owners, cancellationToken);
        if (gone + added > 0)
            db.Audit("codifier.settlements", "codifier", "katottg", null, new { Added = added, Removed = gone });
        return named.Count;
    }

    // Some 29,000 rows: two statements over arrays, of which PostgreSQL makes hash joins, where the change tracker would take half a minute.
    private Task<int> RemoveAsync(string[] codes, string[] owners, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        delete from settlements known
        where known.hromada_code in (select told.hromada from unnest({owners}) as told(hromada))
          and not exists (select from unnest({codes}) as told(code) where told.code = known.code)
        """,
        cancellationToken);

    private Task<int> AddAsync(string[] codes, string[] owners, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into settlements (code, hromada_code)
        select told.code, told.hromada from unnest({codes}, {owners}) as told(code, hromada)
        where not exists (select from settlements known where known.code = told.code and known.hromada_code = told.hromada)
        on conflict (code) do update set hromada_code = excluded.hromada_code
        """,
        cancellationToken);
}
