namespace Kommunebro.Matching.Engine;

/// <summary>
/// A good choice from a menu that keeps the limits of areas, fast: where the knapsack's choice breaks one, the best of what it chose
/// there is kept and the rest of that area is taken off the menu, until nothing is broken.
/// </summary>
internal sealed class LimitRepair(Model model)
{
    private readonly Knapsack _knapsack = new();
    private readonly Menu _ofLimit = new();

    /// <summary>Work since the beginning, in cells.</summary>
    public long Work => _knapsack.Work;

    /// <summary>Makes the choice.</summary>
    /// <param name="menu">The menu; items may be taken off it.</param>
    /// <param name="limitDay">What a person-day of each limit is taken to cost.</param>
    public IReadOnlyList<Share> Choose(Menu menu, IReadOnlyList<long> limitDay)
    {
        while (true)
        {
            _knapsack.Solve(menu, limitDay);
            var limit = FirstBroken(model, _knapsack.Chosen);
            if (limit < 0) return _knapsack.Chosen;
            Narrow(menu, limit, [.. _knapsack.Chosen]);
        }
    }

    /// <summary>The first limit that the shares of one supplier break; -1 when they keep all.</summary>
    public static int FirstBroken(Model model, IReadOnlyList<Share> shares)
    {
        foreach (var share in shares)
        {
            var (limit, days) = (model.PairLimit[share.Pair], 0);
            if (limit < 0) continue;
            foreach (var other in shares)
                if (model.PairLimit[other.Pair] == limit) days += model.Days(other);
            if (days > model.LimitDays[limit]) return limit;
        }
        return -1;
    }

    private void Narrow(Menu menu, int limit, IReadOnlyList<Share> chosen)
    {
        _ofLimit.Reset(model.LimitDays[limit], 0);
        _ofLimit.AddGroup(0, 0, isFree: true);
        for (var item = 0; item < menu.ItemCount; item++)
        {
            if (menu.Item(item) is not { IsClosed: false } known || known.Limit != limit) continue;
            var share = chosen.FirstOrDefault(share => share.Pair == known.Pair);
            if (share.Quarters == 0) menu.Close(item);
            else AddChosen(menu, item, share);
        }
        _knapsack.Solve(_ofLimit, []);
        for (var item = 0; item < menu.ItemCount; item++)
            if (menu.Item(item).Limit == limit && !menu.Item(item).IsClosed && _knapsack.Chosen.All(share => share.Pair != menu.Item(item).Pair))
                menu.Close(item);
    }

    private void AddChosen(Menu menu, int item, Share share)
    {
        _ofLimit.AddItem(share.Pair, limit: -1);
        for (var (option, end) = menu.Options(item); option < end; option++)
            if (menu.Option(option).Quarters == share.Quarters)
                _ofLimit.AddOption(share.Quarters, menu.Option(option).Days, menu.Option(option).Profit);
    }
}
