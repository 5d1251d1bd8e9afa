namespace Kommunebro.Matching.Engine;

/// <summary>
/// The best that one supplier can do in a plan while all others stay as they are: it may take over what another holds when it gains
/// more than the other loses. With prices as a guide it also leaves alone what others will make more of. One thread each.
/// </summary>
internal sealed class BestResponse(Model model)
{
    private readonly Menu _menu = new();
    private readonly LimitRepair _choice = new(model);
    private readonly AreaKnapsack _areas = new(model);
    private readonly bool _areAreasApart = AreaKnapsack.Suits(model);
    private readonly List<Share> _left = [];
    private readonly List<Share> _displaced = [];

    /// <summary>Work since the beginning, in cells.</summary>
    public long Work => _choice.Work + _areas.Work;

    /// <summary>Lets <paramref name="supplier"/> choose anew.</summary>
    /// <param name="plan">The plan; it is changed.</param>
    /// <param name="supplier">Who chooses.</param>
    /// <param name="prices">The guide; its prices of limits always help the search.</param>
    /// <param name="guidance">How much of a need's price must be gained beside what its holder loses, 0 to 1.</param>
    /// <returns>Whether the plan changed. Without guidance it never becomes worse.</returns>
    public bool Improve(Assignment plan, int supplier, Prices prices, double guidance)
    {
        var before = plan.Worth;
        _left.Clear();
        _left.AddRange(plan.Of(supplier));
        foreach (var share in _left) plan.Remove(share);
        Fill(plan, supplier, prices, guidance);
        var chosen = Choose(prices);
        if (chosen.Count == _left.Count && chosen.All(_left.Contains))
        {
            foreach (var share in _left) plan.Add(share);
            return false;
        }
        _displaced.Clear();
        foreach (var share in chosen) Take(plan, share);
        if (guidance > 0 || plan.Worth.CompareTo(before) > 0) return true;
        foreach (var share in chosen) plan.Remove(share);
        foreach (var share in _displaced) plan.Add(share);
        foreach (var share in _left) plan.Add(share);
        return false;
    }

    private IReadOnlyList<Share> Choose(Prices prices)
    {
        if (!_areAreasApart) return _choice.Choose(_menu, prices.LimitDay);
        _areas.Solve(_menu);
        return _areas.Chosen;
    }

    private void Take(Assignment plan, Share share)
    {
        var need = model.PairNeed[share.Pair];
        if (share.Quarters > plan.FreeQuarters(need) || plan.Holders(need).Length >= model.NeedSuppliers[need])
            foreach (var held in plan.Holders(need).ToArray())
            {
                _displaced.Add(held);
                plan.Remove(held);
            }
        plan.Add(share);
    }

    private void Fill(Assignment plan, int supplier, Prices prices, double guidance)
    {
        _menu.Reset(model.Capacity[supplier], model.MaxPartnerships[supplier]);
        for (var link = model.SupplierLinks[supplier]; link < model.SupplierLinks[supplier + 1]; link++)
        {
            if (!plan.CanOpen(link)) continue;
            _menu.AddGroup(model.LinkDays(link), model.LinkValue(link) * Prices.Scale, model.LinkExists[link]);
            var (first, end) = (model.LinkPairs[link], model.LinkPairs[link + 1]);
            var fairest = Fairest(plan, first, end);
            for (var pair = first; pair < end; pair++)
            {
                _menu.AddItem(pair, model.PairLimit[pair]);
                AddOptions(plan, pair, prices, guidance, pair == fairest);
            }
        }
    }

    private void AddOptions(Assignment plan, int pair, Prices prices, double guidance, bool isFairest)
    {
        var need = model.PairNeed[pair];
        var free = plan.Holders(need).Length < model.NeedSuppliers[need] ? plan.FreeQuarters(need) : 0;
        var all = model.NeedQuarters[need];
        for (var quarters = model.LeastQuarters(pair); quarters <= all; quarters++)
        {
            // What others hold is taken over as a whole or not at all.
            if (quarters > free && quarters < all) continue;
            var share = new Share(pair, quarters);
            var reached = quarters > free ? model.Fairness.StandingQuarters[need] + quarters : plan.Coverage.Quarters(need) + quarters;
            // A need is met by half at least, or not at all.
            if (reached < Share.Covering) continue;
            var lost = 0L;
            if (quarters > free)
                foreach (var held in plan.Holders(need)) lost += plan.Loss(held);
            var cost = Math.Max(lost * Prices.Scale, (long)(guidance * quarters * prices.NeedQuarter[need]));
            var bonus = isFairest
                ? plan.Coverage.Gain(model.NeedHromada[need], model.Fairness.Critical[need])
                : 0;
            _menu.AddOption(quarters, model.Days(share), model.Value(share) * Prices.Scale - cost + bonus);
        }
    }

    /// <summary>
    /// The pair of a link that carries what covering the hromada is worth, once: the one that adds the most, then the one that takes the
    /// fewest days; -1 when nothing is added.
    /// </summary>
    private int Fairest(Assignment plan, int first, int end)
    {
        var (fairest, most) = (-1, 0L);
        for (var pair = first; pair < end; pair++)
        {
            var need = model.PairNeed[pair];
            var gain = plan.Coverage.Gain(model.NeedHromada[need], model.Fairness.Critical[need]);
            if (gain < most || gain == 0) continue;
            if (gain == most && model.PairDays[pair] >= model.PairDays[fairest]) continue;
            (fairest, most) = (pair, gain);
        }
        return fairest;
    }
}
