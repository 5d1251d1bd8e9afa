namespace Kommunebro.Bench.PlanChecker;

/// <summary>
/// An instance, a plan of it, and the prices that prove its bound, as a file tells them (see <see cref="PlanFile"/>). Positions stand
/// for suppliers, limits, hromadas and needs, from 0.
/// </summary>
public sealed class SavedPlan
{
    /// <summary>Person-days that a new partnership takes of its supplier.</summary>
    public long OverheadDays { get; internal set; }

    /// <summary>Points that a new partnership costs.</summary>
    public long OverheadValue { get; internal set; }

    /// <summary>Points that every plan has.</summary>
    public long BaseValue { get; internal set; }

    /// <summary>Prices and profits are counted in such parts of a point.</summary>
    public long Scale { get; internal set; } = 1;

    /// <summary>Who can help.</summary>
    public List<SavedSupplier> Suppliers { get; } = [];

    /// <summary>Limits of areas.</summary>
    public List<SavedLimit> Limits { get; } = [];

    /// <summary>The most new partners of each hromada.</summary>
    public List<long> Partners { get; } = [];

    /// <summary>What is asked for.</summary>
    public List<SavedNeed> Needs { get; } = [];

    /// <summary>What can be chosen, by supplier and need.</summary>
    public Dictionary<(int Supplier, int Need), SavedPair> Pairs { get; } = [];

    /// <summary>Supplier and hromada that work together already.</summary>
    public HashSet<(int Supplier, int Hromada)> Existing { get; } = [];

    /// <summary>The plan.</summary>
    public List<SavedShare> Shares { get; } = [];

    /// <summary>What the plan is said to be worth.</summary>
    public long Objective { get; internal set; }

    /// <summary>What no plan is said to exceed, by the prices; null in a file without a proof.</summary>
    public long? Bound { get; internal set; }

    /// <summary>Prices of a quarter of a need; those that are missing are 0.</summary>
    public Dictionary<int, long> NeedPrices { get; } = [];

    /// <summary>Prices of a person-day of a limit.</summary>
    public Dictionary<int, long> LimitPrices { get; } = [];

    /// <summary>Prices of being a new partner of a hromada.</summary>
    public Dictionary<int, long> PartnerPrices { get; } = [];

    /// <summary>What each supplier is said to gain at most at these prices.</summary>
    public Dictionary<int, long> Profits { get; } = [];
}

/// <summary>A supplier: its person-days and the most new partnerships.</summary>
public sealed record SavedSupplier(long Days, long Partnerships);

/// <summary>A limit: whose it is, and its person-days.</summary>
public sealed record SavedLimit(int Supplier, long Days);

/// <summary>A need: its hromada, the quarters that are left and that are met already, and the most suppliers that may share it.</summary>
public sealed record SavedNeed(int Hromada, long Quarters, long Standing, long Suppliers);

/// <summary>A pair: the limit that it draws on (-1 for none), person-days and points of the whole need, whether quarters can be taken, and the points that having it saves.</summary>
public sealed record SavedPair(int Supplier, int Need, int Limit, long Days, long Value, bool IsShared, long Kept)
{
    /// <summary>Person-days of so many quarters, rounded up.</summary>
    public long DaysOf(long quarters) => (Days * quarters + 3) / 4;

    /// <summary>Points of so many quarters, rounded down, and what having any saves.</summary>
    public long ValueOf(long quarters) => Value * quarters / 4 + Kept;
}

/// <summary>So many quarters of a need for a supplier.</summary>
public sealed record SavedShare(int Supplier, int Need, long Quarters);
