namespace Kommunebro.Matching.Engine;

/// <summary>The portfolio that gains a supplier the most at given prices. Used again and again by one thread.</summary>
internal sealed class PortfolioPricer(Model model)
{
    /// <summary>Nodes of a search of limits that are as much work as a cell of the knapsack, or rather more.</summary>
    private const int CellsPerNode = 30;

    private readonly Menu _menu = new();
    private readonly Knapsack _knapsack = new();
    private readonly LimitRepair _repair = new(model);
    private readonly LimitSearch _search = new(model);
    private readonly AreaKnapsack _areas = new(model);
    private readonly bool _areAreasApart = AreaKnapsack.Suits(model);

    /// <summary>Work since the beginning, in cells.</summary>
    public long Work => _knapsack.Work + _repair.Work + _areas.Work + _search.Work * CellsPerNode;

    /// <summary>Finds it.</summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="maxNodes">How far limits of areas are kept exactly; with 0 they are paid by price alone, and with
    /// any other number they are kept where <see cref="AreaKnapsack"/> suits.</param>
    /// <param name="taken">What others have already and it cannot have; null for nothing.</param>
    /// <returns>No portfolio of the supplier gains more than the profit; the shares gain just that, unless limits are only paid.</returns>
    public PricedPortfolio Price(int supplier, Prices prices, int maxNodes, Assignment? taken = null)
    {
        Fill(supplier, prices, taken);
        if (maxNodes > 0 && _areAreasApart) return new PricedPortfolio(_areas.Solve(_menu), [.. _areas.Chosen]);
        var paid = 0L;
        for (var limit = model.SupplierLimits[supplier]; limit < model.SupplierLimits[supplier + 1]; limit++)
            paid += prices.LimitDay[limit] * model.LimitDays[limit];
        var profit = _knapsack.Solve(_menu, prices.LimitDay) + paid;
        Share[] relaxed = [.. _knapsack.Chosen];
        // Limits that are kept and cost nothing are no limits.
        if (maxNodes == 0 || (profit == PlainProfit(relaxed, prices) && LimitRepair.FirstBroken(model, relaxed) < 0))
            return new PricedPortfolio(profit, relaxed);
        Share[] known = [.. _repair.Choose(_menu, prices.LimitDay)];
        var knownProfit = PlainProfit(known, prices);
        _menu.Reopen();
        CloseHopeless(prices, knownProfit - paid);
        _knapsack.Solve(_menu, prices.LimitDay, _search.Tables);
        var (exact, isProven) = _search.Solve(_menu, prices.LimitDay, known, knownProfit, maxNodes);
        return new PricedPortfolio(isProven ? exact : profit, [.. _search.Chosen]);
    }

    /// <summary>
    /// What a supplier loses at least when it must take a whole need: its reduced cost, by the table of the knapsack. A bound, since the
    /// rest of the same hromada counts as if it came for free.
    /// </summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="losses">Gets the loss of each of its pairs, in 1/<see cref="Prices.Scale"/> of a point.</param>
    public void FindLosses(int supplier, Prices prices, long[] losses)
    {
        Fill(supplier, prices);
        var best = _knapsack.Solve(_menu, prices.LimitDay);
        for (var link = model.SupplierLinks[supplier]; link < model.SupplierLinks[supplier + 1]; link++)
        {
            var (first, end) = (model.LinkPairs[link], model.LinkPairs[link + 1]);
            var most = 0L;
            for (var pair = first; pair < end; pair++) most += Math.Max(0, WholeProfit(pair, prices));
            for (var pair = first; pair < end; pair++)
            {
                var profit = WholeProfit(pair, prices);
                var days = model.LinkDays(link) + model.Days(Whole(pair));
                losses[pair] = days > model.Capacity[supplier]
                    ? long.MaxValue
                    : best - (most - Math.Max(0, profit) + profit - prices.LinkCost(model, link) + _knapsack.MostBeside(days));
            }
        }
    }

    private Share Whole(int pair) => new(pair, model.NeedQuarters[model.PairNeed[pair]]);

    private long WholeProfit(int pair, Prices prices) => prices.Profit(model, Whole(pair));

    /// <summary>Takes items off the menu that no choice can have that gains more than <paramref name="known"/>, by the table of the last solve.</summary>
    private void CloseHopeless(Prices prices, long known)
    {
        for (var group = 0; group < _menu.Groups.Length; group++)
        {
            var (days, cost, isFree, _) = _menu.Groups[group];
            if (isFree) continue;
            var (from, to) = _menu.Items(group);
            var most = 0L;
            for (var item = from; item < to; item++) most += MostOfItem(item, prices, 0, known: long.MinValue).Profit;
            for (var item = from; item < to; item++)
            {
                var rest = most - MostOfItem(item, prices, 0, known: long.MinValue).Profit - cost;
                if (!MostOfItem(item, prices, days, known - rest).IsHopeful) _menu.Close(item);
            }
        }
    }

    /// <summary>The best priced profit of an item; and whether one of its options, with all else that its days leave, gains more than <paramref name="known"/>.</summary>
    private (long Profit, bool IsHopeful) MostOfItem(int item, Prices prices, int groupDays, long known)
    {
        var (most, isHopeful) = (0L, false);
        var limit = _menu.Item(item).Limit;
        for (var (option, end) = _menu.Options(item); option < end; option++)
        {
            var (_, days, plain) = _menu.Option(option);
            var profit = plain - (limit < 0 ? 0 : prices.LimitDay[limit] * days);
            most = Math.Max(most, profit);
            isHopeful |= profit + _knapsack.MostBeside(groupDays + days) > known;
        }
        return (most, isHopeful);
    }

    private long PlainProfit(Share[] shares, Prices prices)
    {
        var (profit, link) = (0L, -1);
        foreach (var share in shares)
        {
            profit += prices.PlainProfit(model, share);
            if (model.PairLink[share.Pair] == link) continue;
            link = model.PairLink[share.Pair];
            profit -= prices.LinkCost(model, link);
        }
        return profit;
    }

    private void Fill(int supplier, Prices prices, Assignment? taken = null)
    {
        _menu.Reset(model.Capacity[supplier], model.MaxPartnerships[supplier]);
        for (var link = model.SupplierLinks[supplier]; link < model.SupplierLinks[supplier + 1]; link++)
        {
            if (taken is not null && !taken.CanOpen(link)) continue;
            _menu.AddGroup(model.LinkDays(link), prices.LinkCost(model, link), model.LinkExists[link]);
            for (var pair = model.LinkPairs[link]; pair < model.LinkPairs[link + 1]; pair++)
            {
                var need = model.PairNeed[pair];
                if (taken is not null && taken.Holders(need).Length >= model.NeedSuppliers[need]) continue;
                _menu.AddItem(pair, model.PairLimit[pair]);
                var most = taken?.FreeQuarters(need) ?? model.NeedQuarters[need];
                for (var quarters = model.LeastQuarters(pair); quarters <= most; quarters++)
                    _menu.AddOption(quarters, model.Days(new Share(pair, quarters)), prices.PlainProfit(model, new Share(pair, quarters)));
            }
        }
    }
}

/// <summary>What a supplier would choose.</summary>
/// <param name="Profit">No portfolio gains more, in 1/<see cref="Prices.Scale"/> of a point.</param>
/// <param name="Shares">The choice.</param>
internal sealed record PricedPortfolio(long Profit, Share[] Shares);
