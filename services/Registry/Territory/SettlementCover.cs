using Kommunebro.Contracts;
using Kommunebro.Registry.OfficialCodes;

namespace Kommunebro.Registry.Territory;

/// <summary>
/// For which settlements of one hromada rows of the list hold. A district of a city is a part of the city's settlement and none of its own.
/// </summary>
/// <param name="codes">KATOTTG of the hromada's settlements; empty when they are not known, and then nothing is said.</param>
internal sealed class SettlementCover(IEnumerable<string> codes)
{
    private readonly KatottgUnit[] _settlements = [.. codes.Select(code => new KatottgUnit(code))];

    /// <summary>Whether the hromada's settlements are known.</summary>
    public bool IsKnown => _settlements.Length > 0;

    /// <summary>Whether the rows together hold for all of every settlement.</summary>
    public bool IsWhole(IReadOnlyList<ListedPeriod> rows) =>
        IsKnown && Array.TrueForAll(_settlements, settlement => rows.Any(row => row.In(settlement) == TerritoryCoverage.Full));

    /// <summary>Whether the row holds for no settlement, since it excepts each.</summary>
    public bool IsExcepted(ListedPeriod row) => IsKnown && Array.TrueForAll(_settlements, settlement => row.In(settlement) is null);

    /// <summary>The shares; null when the settlements are not known, or a row excepts some by name alone, so that nobody can count them.</summary>
    public SettlementShares? Shares(IReadOnlyList<ListedPeriod> rows) => !IsKnown || rows.Any(row => row.ExceptsByName)
        ? null
        : new SettlementShares(_settlements.Length,
        [
            .. _settlements.Select(settlement => StatusOf(settlement, rows)).Where(status => status != TerritoryStatus.None)
                .CountBy(status => status)
                .OrderByDescending(share => TerritoryMap.SeverityOf(share.Key))
                .Select(share => new SettlementShare(share.Key, share.Value)),
        ]);

    private static TerritoryStatus StatusOf(KatottgUnit settlement, IReadOnlyList<ListedPeriod> rows) => rows
        .Where(row => row.In(settlement) is not null).Select(row => row.Period.Status).DefaultIfEmpty(TerritoryStatus.None).MaxBy(TerritoryMap.SeverityOf);
}
