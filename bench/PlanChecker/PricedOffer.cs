namespace Kommunebro.Bench.PlanChecker;

/// <summary>What one supplier can choose from at given prices, in parts of a point. What gains nothing is left out: no choice is better for it.</summary>
/// <param name="Days">Its person-days.</param>
/// <param name="Partnerships">The most new partnerships.</param>
/// <param name="Limits">Person-days of each of its limits.</param>
/// <param name="LimitPrices">The price of a person-day of each.</param>
/// <param name="Groups">What each hromada asks for.</param>
internal sealed record PricedOffer(long Days, long Partnerships, long[] Limits, long[] LimitPrices, PricedGroup[] Groups)
{
    /// <summary>What it costs to buy all limits.</summary>
    public long PriceOfLimits => checked(Limits.Zip(LimitPrices, (days, price) => days * price).Sum());

    public static PricedOffer Of(SavedPlan plan, int supplier, IEnumerable<SavedPair> pairs)
    {
        int[] limits = [.. Enumerable.Range(0, plan.Limits.Count).Where(limit => plan.Limits[limit].Supplier == supplier)];
        return new PricedOffer(
            plan.Suppliers[supplier].Days,
            plan.Suppliers[supplier].Partnerships,
            [.. limits.Select(limit => plan.Limits[limit].Days)],
            [.. limits.Select(limit => plan.LimitPrices.GetValueOrDefault(limit))],
            [.. pairs.GroupBy(pair => plan.Needs[pair.Need].Hromada).OrderBy(own => own.Key)
                .Select(own => GroupOf(plan, supplier, own.Key, own, limits)).Where(group => group.Items.Length > 0)]);
    }

    private static PricedGroup GroupOf(SavedPlan plan, int supplier, int hromada, IEnumerable<SavedPair> pairs, int[] limits)
    {
        PricedItem[] items = [.. pairs.OrderBy(pair => pair.Need)
            .Select(pair => new PricedItem(Array.IndexOf(limits, pair.Limit), [.. OptionsOf(plan, pair)])).Where(item => item.Options.Length > 0)];
        return plan.Existing.Contains((supplier, hromada))
            ? new PricedGroup(false, 0, 0, items)
            : new PricedGroup(true, plan.OverheadDays, checked(plan.OverheadValue * plan.Scale + plan.PartnerPrices.GetValueOrDefault(hromada)), items);
    }

    private static IEnumerable<PricedOption> OptionsOf(SavedPlan plan, SavedPair pair)
    {
        var (need, price) = (plan.Needs[pair.Need], plan.NeedPrices.GetValueOrDefault(pair.Need));
        for (var quarters = pair.IsShared ? 1 : Math.Max(1, need.Quarters); quarters <= need.Quarters; quarters++)
        {
            var gain = checked(pair.ValueOf(quarters) * plan.Scale - price * quarters);
            if (gain > 0) yield return new PricedOption(pair.DaysOf(quarters), gain, gain - checked(PriceOfLimit(plan, pair) * pair.DaysOf(quarters)));
        }
    }

    private static long PriceOfLimit(SavedPlan plan, SavedPair pair) => pair.Limit < 0 ? 0 : plan.LimitPrices.GetValueOrDefault(pair.Limit);
}

/// <summary>The needs of one hromada.</summary>
/// <param name="IsNew">Whether choosing from them begins a partnership.</param>
/// <param name="Days">Person-days of the partnership itself.</param>
/// <param name="Cost">What the partnership costs.</param>
/// <param name="Items">The needs.</param>
internal sealed record PricedGroup(bool IsNew, long Days, long Cost, PricedItem[] Items);

/// <summary>A need: its limit, -1 for none, and the ways to take it, of which one at most is chosen.</summary>
internal sealed record PricedItem(int Limit, PricedOption[] Options);

/// <summary>A way to take a need.</summary>
/// <param name="Days">Person-days.</param>
/// <param name="Gain">What it gains when the need is paid.</param>
/// <param name="Net">What it gains when the limit is paid, too.</param>
internal readonly record struct PricedOption(long Days, long Gain, long Net);
