using Kommunebro.Contracts;
using Kommunebro.Registry.OfficialCodes;

namespace Kommunebro.Registry.Territory;

/// <summary>The status of a hromada on a day.</summary>
/// <param name="Status">The most severe on some of its territory.</param>
/// <param name="Coverage">Whether it holds for all of it.</param>
public sealed record TerritoryState(TerritoryStatus Status, TerritoryCoverage Coverage)
{
    /// <summary>Not listed.</summary>
    public static TerritoryState None { get; } = new(TerritoryStatus.None, TerritoryCoverage.Full);
}

/// <summary>
/// Rolls the periods of an edition up to hromadas. A hromada has what is said of itself, of its raion and of its oblast, and of its
/// settlements. What is excepted by code is left out; where a raion excepts somebody only by name, the row counts for all of it, since a
/// status that is shown too severe hides more, and one too mild may cost lives.
/// </summary>
public sealed class TerritoryMap(IEnumerable<TerritoryPeriod> periods)
{
    private readonly ILookup<string, (KatottgUnit Unit, TerritoryPeriod Period)> _whole = periods
        .Select(period => (Unit: new KatottgUnit(period.Code), Period: period)).ToLookup(row => row.Unit.Stem, StringComparer.Ordinal);

    private readonly ILookup<string, (KatottgUnit Unit, TerritoryPeriod Period)> _parts = periods
        .Select(period => (Unit: new KatottgUnit(period.Code), Period: period))
        .Where(row => row.Unit.Level is KatottgLevel.Settlement or KatottgLevel.District)
        .ToLookup(row => row.Unit.Code[..HromadaStem], StringComparer.Ordinal);

    private const int OblastStem = 4;
    private const int RaionStem = 6;
    private const int HromadaStem = 9;

    /// <summary>How severe a status is: the list's order, in which active hostilities without working registers come before those with.</summary>
    public static int SeverityOf(TerritoryStatus status) => status switch
    {
        TerritoryStatus.Occupied => 4,
        TerritoryStatus.ActiveHostilities => 3,
        TerritoryStatus.ActiveHostilitiesServicesOn => 2,
        TerritoryStatus.PossibleHostilities => 1,
        _ => 0,
    };

    /// <summary>The status of the hromada with <paramref name="code"/> on <paramref name="day"/>.</summary>
    public TerritoryState Of(string code, DateOnly day)
    {
        var state = TerritoryState.None;
        foreach (var (period, coverage) in About(code))
        {
            if (!period.HoldsOn(day)) continue;
            var order = SeverityOf(period.Status).CompareTo(SeverityOf(state.Status));
            if (order > 0 || (order == 0 && coverage == TerritoryCoverage.Full)) state = new TerritoryState(period.Status, coverage);
        }
        return state;
    }

    /// <summary>Every period that says something of the hromada, and of how much of it, the oldest first.</summary>
    public IReadOnlyList<(TerritoryPeriod Period, TerritoryCoverage Coverage)> About(string code)
    {
        var hromada = new KatottgUnit(code);
        return
        [
            .. new[] { OblastStem, RaionStem, HromadaStem }.Select(length => code[..length])
                // Kyiv and Sevastopol are hromada and oblast in one.
                .TakeWhile((stem, at) => at == 0 || hromada.Level == KatottgLevel.Hromada)
                .SelectMany(stem => _whole[stem])
                .Where(row => !Excepts(row.Period, hromada))
                .Select(row => (row.Period, CoverageOf(row.Unit, row.Period, hromada)))
                .Concat(_parts[code[..HromadaStem]].Select(row => (row.Period, TerritoryCoverage.Partial)))
                .OrderBy(row => row.Period.From).ThenBy(row => row.Period.Code, StringComparer.Ordinal),
        ];
    }

    private static bool Excepts(TerritoryPeriod period, KatottgUnit hromada) =>
        period.Except.Exists(excepted => new KatottgUnit(excepted).Contains(hromada));

    /// <summary>Whether a part of the hromada is excepted: by code, or by name in a row of its own.</summary>
    private static TerritoryCoverage CoverageOf(KatottgUnit unit, TerritoryPeriod period, KatottgUnit hromada) =>
        period.Except.Exists(excepted => hromada.Contains(new KatottgUnit(excepted)))
        || (unit.Code == hromada.Code && TerritoryRow.NamesExceptions(period.Name))
            ? TerritoryCoverage.Partial
            : TerritoryCoverage.Full;
}
