namespace Kommunebro.Matching.Engine;

/// <summary>Builds a <see cref="Model"/>: suppliers, hromadas and needs first, in the order of their ids, then pairs in any order.</summary>
/// <param name="overheadDays">Person-days that a new partnership takes of its supplier.</param>
/// <param name="overheadValue">Value points that a new partnership costs.</param>
public sealed class ModelBuilder(int overheadDays, long overheadValue)
{
    private readonly List<(int Capacity, int MaxPartnerships)> _suppliers = [];
    private readonly List<(int Supplier, int Days)> _limits = [];
    private readonly List<ModelHromada> _hromadas = [];
    private readonly List<ModelNeed> _needs = [];
    private readonly List<ModelPair> _pairs = [];
    private readonly HashSet<(int Supplier, int Hromada)> _existing = [];

    /// <summary>Value points that every plan has.</summary>
    public long BaseValue { get; set; }

    /// <summary>The share, in permille, that municipalities outside the war zone get at least of what a flow shows possible.</summary>
    public int OutsidePermille { get; set; }

    /// <summary>What each fairness stage may give up.</summary>
    public StageTolerances Tolerances { get; set; } = StageTolerances.None;

    /// <summary>Adds a supplier and returns its position.</summary>
    public int AddSupplier(int capacity, int maxPartnerships)
    {
        _suppliers.Add((capacity, maxPartnerships));
        return _suppliers.Count - 1;
    }

    /// <summary>Adds a limit of the supplier that was added last, and returns its position.</summary>
    public int AddLimit(int days)
    {
        _limits.Add((_suppliers.Count - 1, days));
        return _limits.Count - 1;
    }

    /// <summary>Adds a hromada and returns its position.</summary>
    public int AddHromada(ModelHromada hromada)
    {
        _hromadas.Add(hromada);
        return _hromadas.Count - 1;
    }

    /// <summary>Adds a need and returns its position.</summary>
    public int AddNeed(ModelNeed need)
    {
        _needs.Add(need);
        return _needs.Count - 1;
    }

    /// <summary>Adds a pair.</summary>
    public void AddPair(ModelPair pair) => _pairs.Add(pair);

    /// <summary>Says that two work together already.</summary>
    public void AddExisting(int supplier, int hromada) => _existing.Add((supplier, hromada));

    /// <summary>The model.</summary>
    public Model Build()
    {
        ModelPair[] pairs = [.. _pairs];
        long[] keys = [.. pairs.Select(pair => ((long)pair.Supplier * _hromadas.Count + _needs[pair.Need].Hromada) * _needs.Count + pair.Need)];
        Array.Sort(keys, pairs);
        var links = Links(pairs);
        var (needStart, needPairs) = ByNeed(pairs);
        return new Model
        {
            Capacity = [.. _suppliers.Select(supplier => supplier.Capacity)],
            MaxPartnerships = [.. _suppliers.Select(supplier => supplier.MaxPartnerships)],
            SupplierLinks = Starts(links.Select(link => link.Supplier), _suppliers.Count),
            LimitDays = [.. _limits.Select(limit => limit.Days)],
            SupplierLimits = Starts(_limits.Select(limit => limit.Supplier), _suppliers.Count),
            MaxPartners = [.. _hromadas.Select(hromada => hromada.MaxPartners)],
            NeedHromada = [.. _needs.Select(need => need.Hromada)],
            NeedQuarters = [.. _needs.Select(need => need.Quarters)],
            NeedSuppliers = [.. _needs.Select(need => need.MaxSuppliers)],
            NeedStart = needStart,
            NeedPairs = needPairs,
            LinkSupplier = [.. links.Select(link => link.Supplier)],
            LinkHromada = [.. links.Select(link => link.Hromada)],
            LinkPairs = [.. links.Select(link => link.First), pairs.Length],
            LinkExists = [.. links.Select(link => _existing.Contains((link.Supplier, link.Hromada)))],
            PairLink = [.. links.SelectMany((link, at) => Enumerable.Repeat(at, (at + 1 < links.Count ? links[at + 1].First : pairs.Length) - link.First))],
            PairNeed = [.. pairs.Select(pair => pair.Need)],
            PairLimit = [.. pairs.Select(pair => pair.Limit)],
            PairDays = [.. pairs.Select(pair => pair.Days)],
            PairValue = [.. pairs.Select(pair => pair.Value)],
            PairKept = [.. pairs.Select(pair => pair.Kept)],
            PairInForce = [.. pairs.Select(pair => pair.InForce)],
            PairShared = [.. pairs.Select(pair => _needs[pair.Need].IsShared)],
            PairTie = [.. pairs.Select(pair => pair.Tie)],
            OverheadDays = overheadDays,
            OverheadValue = overheadValue,
            BaseValue = BaseValue,
            Fairness = Fairness(),
        };
    }

    private Fairness Fairness() => new(
        [.. _hromadas.Select(hromada => hromada.Group)],
        _hromadas.Count == 0 ? 0 : _hromadas.Max(hromada => hromada.Group) + 1,
        [.. _hromadas.Select(hromada => hromada.InWarZone)],
        [.. _hromadas.Select(hromada => hromada.WithoutPartner)],
        [.. _needs.Select(need => need.Critical)],
        [.. _needs.Select(need => need.StandingQuarters)],
        OutsidePermille,
        Tolerances);

    private List<(int Supplier, int Hromada, int First)> Links(ModelPair[] pairs)
    {
        var links = new List<(int Supplier, int Hromada, int First)>();
        for (var at = 0; at < pairs.Length; at++)
        {
            var (supplier, hromada) = (pairs[at].Supplier, _needs[pairs[at].Need].Hromada);
            if (links.Count == 0 || (links[^1].Supplier, links[^1].Hromada) != (supplier, hromada)) links.Add((supplier, hromada, at));
        }
        return links;
    }

    private (int[] Start, int[] Pairs) ByNeed(ModelPair[] pairs)
    {
        var start = new int[_needs.Count + 1];
        foreach (var pair in pairs) start[pair.Need + 1]++;
        for (var need = 0; need < _needs.Count; need++) start[need + 1] += start[need];
        var (next, byNeed) = (start.ToArray(), new int[pairs.Length]);
        for (var at = 0; at < pairs.Length; at++) byNeed[next[pairs[at].Need]++] = at;
        return (start, byNeed);
    }

    private static int[] Starts(IEnumerable<int> owners, int count)
    {
        var starts = new int[count + 1];
        foreach (var owner in owners) starts[owner + 1]++;
        for (var owner = 0; owner < count; owner++) starts[owner + 1] += starts[owner];
        return starts;
    }
}

/// <summary>A hromada of a model.</summary>
/// <param name="MaxPartners">New partners that it can still be given.</param>
/// <param name="Group">Its group: oblast and category.</param>
/// <param name="InWarZone">Whether it lies in the war zone.</param>
/// <param name="WithoutPartner">Whether nobody works with it yet.</param>
public sealed record ModelHromada(int MaxPartners, int Group, bool InWarZone, bool WithoutPartner);

/// <summary>A need of a model.</summary>
/// <param name="Hromada">Position of its hromada.</param>
/// <param name="Quarters">Quarters that are left.</param>
/// <param name="StandingQuarters">Quarters that are met by what is decided already.</param>
/// <param name="MaxSuppliers">How many more suppliers may share it.</param>
/// <param name="IsShared">Whether it can be shared.</param>
/// <param name="Critical">Whether it is critical.</param>
public sealed record ModelNeed(int Hromada, int Quarters, int StandingQuarters, int MaxSuppliers, bool IsShared, bool Critical);

/// <summary>A pair of a model.</summary>
/// <param name="Supplier">Position of the supplier.</param>
/// <param name="Need">Position of the need.</param>
/// <param name="Limit">Position of the limit; -1 for none.</param>
/// <param name="Days">Person-days of the whole need; at least 1.</param>
/// <param name="Value">Value points of the whole need, 0 or more.</param>
/// <param name="Tie">A number that the two ids give, from 1; 2^10 is enough to tell plans apart, and leaves the solver's numbers small.</param>
/// <param name="Kept">Value points that having it saves, with however many quarters; 0 or more.</param>
/// <param name="InForce">Its quarters in the plan in force; 0 for none.</param>
public readonly record struct ModelPair(int Supplier, int Need, int Limit, int Days, long Value, int Tie, long Kept = 0, int InForce = 0);
