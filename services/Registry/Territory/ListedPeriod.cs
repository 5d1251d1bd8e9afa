using Kommunebro.Contracts;
using Kommunebro.Registry.OfficialCodes;

namespace Kommunebro.Registry.Territory;

/// <summary>A period of the list with the units that its codes mean, which are compared by where they lie.</summary>
internal sealed class ListedPeriod(TerritoryPeriod period)
{
    private readonly KatottgUnit[] _excepted = [.. period.Except.Select(code => new KatottgUnit(code))];

    /// <summary>The row.</summary>
    public TerritoryPeriod Period => period;

    /// <summary>What it is said of.</summary>
    public KatottgUnit Unit { get; } = new(period.Code);

    /// <summary>Whether it excepts somebody in a hromada by name alone; nobody can say whom. An oblast or raion that does so frees nobody.</summary>
    public bool ExceptsByName => _excepted.Length == 0 && Unit.Level >= KatottgLevel.Hromada && TerritoryRow.NamesExceptions(period.Name);

    /// <summary>Whether it excepts all of <paramref name="unit"/> by code.</summary>
    public bool Excepts(KatottgUnit unit) => Array.Exists(_excepted, excepted => excepted.Contains(unit));

    /// <summary>Of how much of a hromada it is said when nobody knows which settlements that has: a part may be excepted, by code, or by name in a row of its own.</summary>
    public TerritoryCoverage CoverageOf(KatottgUnit hromada) =>
        Unit.Level is KatottgLevel.Settlement or KatottgLevel.District
        || Array.Exists(_excepted, hromada.Contains)
        || (Unit.Code == hromada.Code && TerritoryRow.NamesExceptions(period.Name))
            ? TerritoryCoverage.Partial
            : TerritoryCoverage.Full;

    /// <summary>Whether it holds for all of a settlement or for a part, such as a district; null when for nothing of it.</summary>
    public TerritoryCoverage? In(KatottgUnit settlement)
    {
        if (!Unit.Contains(settlement)) return settlement.Contains(Unit) ? TerritoryCoverage.Partial : null;
        if (Excepts(settlement)) return null;
        return ExceptsByName || Array.Exists(_excepted, settlement.Contains) ? TerritoryCoverage.Partial : TerritoryCoverage.Full;
    }
}
