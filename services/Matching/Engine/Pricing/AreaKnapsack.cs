namespace Kommunebro.Matching.Engine;

/// <summary>
/// The best choice from a menu that keeps the limits of areas, exactly, where partnerships take and cost nothing. The needs of one area
/// are a knapsack of their own, whose table says what each number of person-days there gains; to the knapsack of all, the area is one
/// item with an option for each of them. Used again and again by one thread.
/// </summary>
internal sealed class AreaKnapsack(Model model)
{
    private static readonly IReadOnlyList<long> NoPrices = [];

    private readonly Knapsack _whole = new();
    private readonly Menu _wholeMenu = new();
    private readonly List<Area> _areas = [];
    private readonly List<int> _broken = [];
    private readonly List<Share> _chosen = [];

    /// <summary>Work since the beginning, in cells.</summary>
    public long Work => _whole.Work + _areas.Sum(area => area.Knapsack.Work);

    /// <summary>What the last solve chose.</summary>
    public IReadOnlyList<Share> Chosen => _chosen;

    /// <summary>Whether there are limits of areas, and partnerships take nothing, cost nothing and cannot be too many.</summary>
    public static bool Suits(Model model)
    {
        if (model.LimitDays.Length == 0 || model.OverheadDays > 0 || model.OverheadValue > 0) return false;
        var (ofSupplier, ofHromada) = (new int[model.Suppliers], new int[model.Hromadas]);
        for (var link = 0; link < model.LinkSupplier.Length; link++)
        {
            if (model.LinkExists[link]) continue;
            ofSupplier[model.LinkSupplier[link]]++;
            ofHromada[model.LinkHromada[link]]++;
        }
        return ofSupplier.Zip(model.MaxPartnerships).All(links => links.First <= links.Second)
            && ofHromada.Zip(model.MaxPartners).All(links => links.First <= links.Second);
    }

    /// <summary>The greatest profit; limits are looked at one by one, when a choice without them breaks them.</summary>
    public long Solve(Menu menu)
    {
        _broken.Clear();
        while (true)
        {
            Fill(menu);
            var profit = _whole.Solve(_wholeMenu, NoPrices);
            Trace();
            var limit = LimitRepair.FirstBroken(model, _chosen);
            if (limit < 0) return profit;
            _broken.Add(limit);
        }
    }

    private void Fill(Menu menu)
    {
        _wholeMenu.Reset(menu.Capacity, 0);
        _wholeMenu.AddGroup(0, 0, isFree: true);
        for (var item = 0; item < menu.ItemCount; item++)
            if (!_broken.Contains(menu.Item(item).Limit)) menu.CopyItem(item, _wholeMenu);
        for (var at = 0; at < _broken.Count; at++)
        {
            if (at == _areas.Count) _areas.Add(new Area());
            _areas[at].Solve(menu, _broken[at], model.LimitDays[_broken[at]]);
            _wholeMenu.AddItem(-1 - at, limit: -1);
            _areas[at].AddOptions(_wholeMenu);
        }
    }

    private void Trace()
    {
        _chosen.Clear();
        foreach (var share in _whole.Chosen)
            if (share.Pair >= 0) _chosen.Add(share);
            else _chosen.AddRange(_areas[-1 - share.Pair].Chosen(share.Quarters));
    }

    /// <summary>The needs of an area.</summary>
    private sealed class Area
    {
        private readonly Menu _menu = new();

        public Knapsack Knapsack { get; } = new();

        public void Solve(Menu menu, int limit, int days)
        {
            _menu.Reset(Math.Min(days, menu.Capacity), 0);
            _menu.AddGroup(0, 0, isFree: true);
            for (var item = 0; item < menu.ItemCount; item++)
                if (menu.Item(item).Limit == limit) menu.CopyItem(item, _menu);
            Knapsack.Solve(_menu, NoPrices);
        }

        /// <summary>An option for each number of days that gains more than one fewer.</summary>
        public void AddOptions(Menu whole)
        {
            var before = 0L;
            for (var days = 1; days <= _menu.Capacity; days++)
            {
                var profit = Knapsack.Most(days);
                if (profit > before) whole.AddOption(days, days, profit);
                before = profit;
            }
        }

        public IReadOnlyList<Share> Chosen(int days)
        {
            Knapsack.Trace(days);
            return Knapsack.Chosen;
        }
    }
}
