namespace Kommunebro.Matching.Engine;

/// <summary>
/// Chooses small sets of suppliers that could gain by sharing out anew what they hold: one that gains less than prices say it could, and
/// those who hold what it would rather have (large neighbourhood search; Shaw, 1998).
/// </summary>
internal sealed class Neighbourhoods
{
    private const int PromisingPairs = 60;

    private readonly Model _model;
    private readonly Prices _prices;
    private readonly IReadOnlyList<long> _profits;
    private readonly int[][] _promising;
    private readonly long[] _losses;

    public Neighbourhoods(Assignment plan, Prices prices, IReadOnlyList<long> profits, Crew<PortfolioPricer> crew)
    {
        (_model, _prices, _profits) = (plan.Model, prices, profits);
        _losses = new long[_model.Pairs];
        crew.Each(_model.Suppliers, (pricer, supplier) => pricer.FindLosses(supplier, prices, _losses));
        _promising = [.. Enumerable.Range(0, _model.Suppliers).Select(supplier => Promising(supplier, PromisingPairs + 2 * plan.Of(supplier).Count))];
        IsPromising = new bool[_model.Pairs];
        foreach (var pair in _promising.SelectMany(pairs => pairs)) IsPromising[pair] = true;
    }

    /// <summary>The pairs that are worth looking at, by position.</summary>
    public bool[] IsPromising { get; }

    /// <summary>Disjoint sets.</summary>
    /// <param name="plan">The plan as it stands.</param>
    /// <param name="count">How many sets.</param>
    /// <param name="size">Suppliers in each.</param>
    /// <param name="random">Chooses.</param>
    public IReadOnlyList<IReadOnlyList<int>> Choose(Assignment plan, int count, int size, SearchRandom random)
    {
        var missing = new long[_model.Suppliers];
        for (var supplier = 0; supplier < missing.Length; supplier++) missing[supplier] = Math.Max(1, Missing(plan, supplier));
        var taken = new bool[_model.Suppliers];
        var sets = new List<IReadOnlyList<int>>();
        while (sets.Count < count && Draw(missing, taken, random) is >= 0 and var first) sets.Add(Around(plan, first, size, taken, random));
        return sets;
    }

    /// <summary>What a supplier could gain more than it does, by the prices.</summary>
    private long Missing(Assignment plan, int supplier)
    {
        var profit = 0L;
        var links = new HashSet<int>();
        foreach (var share in plan.Of(supplier))
        {
            profit += _prices.PlainProfit(_model, share);
            if (links.Add(_model.PairLink[share.Pair])) profit -= _prices.LinkCost(_model, _model.PairLink[share.Pair]);
        }
        return _profits[supplier] - profit;
    }

    private static int Draw(long[] weights, bool[] taken, SearchRandom random)
    {
        decimal sum = 0;
        for (var i = 0; i < weights.Length; i++)
            if (!taken[i]) sum += weights[i];
        if (sum == 0) return -1;
        var left = (decimal)(random.Next() >> 11) / (1UL << 53) * sum;
        for (var i = 0; i < weights.Length; i++)
        {
            if (taken[i]) continue;
            left -= weights[i];
            if (left < 0) return i;
        }
        return Array.FindLastIndex(taken, isTaken => !isTaken);
    }

    private List<int> Around(Assignment plan, int first, int size, bool[] taken, SearchRandom random)
    {
        var set = new List<int> { first };
        taken[first] = true;
        for (var looked = 0; looked < set.Count && set.Count < size; looked++)
        {
            var pairs = _promising[set[looked]];
            foreach (var at in random.Order(pairs.Length))
            {
                foreach (var held in plan.Holders(_model.PairNeed[pairs[at]]))
                {
                    var holder = _model.SupplierOf(held.Pair);
                    if (taken[holder]) continue;
                    taken[holder] = true;
                    set.Add(holder);
                }
                if (set.Count >= size) break;
            }
        }
        return set;
    }

    /// <summary>The pairs that cost the supplier the least when it must take them.</summary>
    private int[] Promising(int supplier, int most)
    {
        var (first, end) = (_model.LinkPairs[_model.SupplierLinks[supplier]], _model.LinkPairs[_model.SupplierLinks[supplier + 1]]);
        return [.. Enumerable.Range(first, end - first).OrderBy(pair => _losses[pair]).ThenBy(pair => pair).Take(most)];
    }
}
