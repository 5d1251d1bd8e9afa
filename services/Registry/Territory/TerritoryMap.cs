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
/// settlements; where those are known, all of them together are the whole of it. What is excepted by code is left out; where a raion
/// excepts somebody only by name, the row counts for all of it, since a status that is shown too severe hides more, and one too mild may
/// cost lives.
/// </summary>
/// <param name="periods">All of an edition, or those of an oblast.</param>
/// <param name="settlements">Which settlements hromadas have; without them a status of settlements alone is that of a part.</param>
public sealed class TerritoryMap(IEnumerable<TerritoryPeriod> periods, KnownSettlements? settlements = null)
{
    private const int OblastStem = 4;
    private const int RaionStem = 6;
    private const int HromadaStem = 9;

    private readonly KnownSettlements _settlements = settlements ?? KnownSettlements.None;

    private readonly ILookup<string, ListedPeriod> _whole = periods
        .Select(period => new ListedPeriod(period)).ToLookup(row => row.Unit.Stem, StringComparer.Ordinal);

    private readonly ILookup<string, ListedPeriod> _parts = periods
        .Select(period => new ListedPeriod(period))
        .Where(row => row.Unit.Level is KatottgLevel.Settlement or KatottgLevel.District)
        .ToLookup(row => row.Unit.Code[..HromadaStem], StringComparer.Ordinal);

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
        var rows = On(day, code);
        if (rows.Count == 0) return TerritoryState.None;
        var (hromada, known) = (new KatottgUnit(code), _settlements.Of(code));
        var status = rows.Select(row => row.Period.Status).MaxBy(SeverityOf);
        List<ListedPeriod> deciding = [.. rows.Where(row => row.Period.Status == status)];
        return new TerritoryState(
            status,
            known.IsWhole(deciding) || deciding.Exists(row => CoverageOf(row, hromada, known) == TerritoryCoverage.Full) ? TerritoryCoverage.Full : TerritoryCoverage.Partial);
    }

    /// <summary>How many settlements of the hromada have which status on <paramref name="day"/>; null when that cannot be counted.</summary>
    public SettlementShares? SharesOf(string code, DateOnly day) => _settlements.Of(code).Shares(On(day, code));

    /// <summary>Every period that says something of the hromada, and of how much of it, the oldest first.</summary>
    public IReadOnlyList<(TerritoryPeriod Period, TerritoryCoverage Coverage)> About(string code)
    {
        var (hromada, known) = (new KatottgUnit(code), _settlements.Of(code));
        return [.. Rows(code).Select(row => (row.Period, CoverageOf(row, hromada, known)))];
    }

    private List<ListedPeriod> On(DateOnly day, string code) => [.. Rows(code).Where(row => row.Period.HoldsOn(day))];

    private IEnumerable<ListedPeriod> Rows(string code)
    {
        var (hromada, known) = (new KatottgUnit(code), _settlements.Of(code));
        return new[] { OblastStem, RaionStem, HromadaStem }.Select(length => code[..length])
            // Kyiv and Sevastopol are hromada and oblast in one.
            .TakeWhile((stem, at) => at == 0 || hromada.Level == KatottgLevel.Hromada)
            .SelectMany(stem => _whole[stem])
            .Where(row => !row.Excepts(hromada) && !known.IsExcepted(row))
            .Concat(_parts[code[..HromadaStem]])
            .OrderBy(row => row.Period.From).ThenBy(row => row.Period.Code, StringComparer.Ordinal);
    }

    private static TerritoryCoverage CoverageOf(ListedPeriod row, KatottgUnit hromada, SettlementCover known) =>
        !known.IsKnown ? row.CoverageOf(hromada) : known.IsWhole([row]) ? TerritoryCoverage.Full : TerritoryCoverage.Partial;
}
