namespace Kommunebro.Matching.Engine;

/// <summary>
/// The best choice from a menu that keeps the limits of areas, too. Depth first over the groups from the last to the first; what the
/// groups before can still gain is bounded by the knapsack's tables, in which limits are paid by the person-day (Lagrangian
/// relaxation), plus the price of what is left of each limit.
/// </summary>
internal sealed class LimitSearch(Model model)
{
    private readonly KnapsackTables _tables = new();
    private readonly List<Share> _path = [];
    private readonly List<Share> _best = [];
    private readonly int[] _left = new int[model.LimitDays.Length];
    private Menu _menu = new();
    private IReadOnlyList<long> _limitDay = [];
    private long _bestProfit;
    private long _nodesLeft;

    /// <summary>Nodes that were looked at since the beginning.</summary>
    public long Work { get; private set; }

    /// <summary>The tables that the knapsack fills before a search.</summary>
    public KnapsackTables Tables => _tables;

    /// <summary>What the last search chose.</summary>
    public IReadOnlyList<Share> Chosen => _best;

    /// <summary>Searches.</summary>
    /// <param name="menu">The menu that the tables belong to.</param>
    /// <param name="limitDay">The prices that the tables were made with.</param>
    /// <param name="known">A choice that keeps all limits.</param>
    /// <param name="knownProfit">Its profit.</param>
    /// <param name="maxNodes">When so many were looked at, the best so far stands.</param>
    /// <returns>The profit of the choice, limits not paid; and whether it is proven to be the best.</returns>
    public (long Profit, bool Proven) Solve(
        Menu menu, IReadOnlyList<long> limitDay, IReadOnlyList<Share> known, long knownProfit, long maxNodes)
    {
        (_menu, _limitDay, _bestProfit, _nodesLeft) = (menu, limitDay, knownProfit, maxNodes);
        _best.Clear();
        _best.AddRange(known);
        _path.Clear();
        var slack = 0L;
        for (var item = 0; item < menu.ItemCount; item++)
            if (menu.Item(item).Limit is >= 0 and var limit) _left[limit] = -1;
        for (var item = 0; item < menu.ItemCount; item++)
        {
            if (menu.Item(item).Limit is not (>= 0 and var limit) || _left[limit] >= 0) continue;
            _left[limit] = model.LimitDays[limit];
            slack += limitDay[limit] * model.LimitDays[limit];
        }
        Visit(menu.Groups.Length, menu.MaxGroups, menu.Capacity, 0, slack);
        Work += maxNodes - Math.Max(0, _nodesLeft);
        return (_bestProfit, _nodesLeft > 0);
    }

    /// <param name="groups">Groups that are not decided yet: the first ones.</param>
    /// <param name="partnerships">How many of them may be taken.</param>
    /// <param name="days">Person-days that are left.</param>
    /// <param name="profit">Profit so far.</param>
    /// <param name="slack">Price of what is left of the limits.</param>
    private void Visit(int groups, int partnerships, int days, long profit, long slack)
    {
        if (--_nodesLeft <= 0) return;
        if (profit > _bestProfit)
        {
            _bestProfit = profit;
            _best.Clear();
            _best.AddRange(_path);
        }
        if (groups == 0 || profit + _tables.Most(groups, partnerships, days) + slack <= _bestProfit) return;
        var group = _menu.Groups[groups - 1];
        var (from, _) = _menu.Items(groups - 1);
        if (group.IsFree)
        {
            VisitItems(groups, from, _path.Count, partnerships, days, profit, slack);
            return;
        }
        // First the way that the tables think best.
        var skipsFirst = _tables.Most(groups, partnerships, days) == _tables.Most(groups - 1, partnerships, days);
        if (skipsFirst) Visit(groups - 1, partnerships, days, profit, slack);
        if (partnerships > 0 && days >= group.Days)
            VisitItems(groups, from, _path.Count, partnerships - 1, days - group.Days, profit - group.Cost, slack);
        if (!skipsFirst) Visit(groups - 1, partnerships, days, profit, slack);
    }

    private void VisitItems(int groups, int item, int pathBefore, int partnerships, int days, long profit, long slack)
    {
        if (item == _menu.Items(groups - 1).To)
        {
            // A partnership without a need is never worth more than none.
            if (_menu.Groups[groups - 1].IsFree || _path.Count > pathBefore) Visit(groups - 1, partnerships, days, profit, slack);
            return;
        }
        if (profit + MostOfItems(groups, item) + _tables.Most(groups - 1, partnerships, days) + slack <= _bestProfit) return;
        var (pair, limit, _, isClosed) = _menu.Item(item);
        for (var (option, end) = _menu.Options(item); option < end && !isClosed && _nodesLeft > 0; option++)
        {
            var (quarters, taken, gain) = _menu.Option(option);
            if (taken > days || (limit >= 0 && taken > _left[limit])) continue;
            var price = limit < 0 ? 0 : _limitDay[limit] * taken;
            if (limit >= 0) _left[limit] -= taken;
            _path.Add(new Share(pair, quarters));
            VisitItems(groups, item + 1, pathBefore, partnerships, days - taken, profit + gain, slack - price);
            _path.RemoveAt(_path.Count - 1);
            if (limit >= 0) _left[limit] += taken;
        }
        VisitItems(groups, item + 1, pathBefore, partnerships, days, profit, slack);
    }

    /// <summary>What the rest of a group gains at most, limits paid.</summary>
    private long MostOfItems(int groups, int item)
    {
        var most = 0L;
        for (var end = _menu.Items(groups - 1).To; item < end; item++)
        {
            var best = 0L;
            var (_, limit, _, isClosed) = _menu.Item(item);
            for (var (option, last) = _menu.Options(item); option < last && !isClosed; option++)
            {
                var (_, days, profit) = _menu.Option(option);
                best = Math.Max(best, profit - (limit < 0 ? 0 : _limitDay[limit] * days));
            }
            most += best;
        }
        return most;
    }
}
