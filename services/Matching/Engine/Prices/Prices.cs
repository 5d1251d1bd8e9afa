namespace Kommunebro.Matching.Engine;

/// <summary>
/// What each scarce thing costs, in whole 1/<see cref="Scale"/> of a value point, never negative. Whole numbers, so that the bound that
/// they give (<see cref="Bounding"/>) is exact, whatever search found them.
/// </summary>
public sealed class Prices
{
    /// <summary>Parts of a value point. Enough that rounding costs less than a thousandth of a point for each need.</summary>
    public const long Scale = 1024;

    /// <summary>Everything is free.</summary>
    public Prices(Model model)
        : this(new long[model.Needs], new long[model.LimitDays.Length], new long[model.Hromadas])
    {
    }

    /// <summary>These prices.</summary>
    public Prices(long[] needQuarter, long[] limitDay, long[] partner) => (NeedQuarter, LimitDay, Partner) = (needQuarter, limitDay, partner);

    /// <summary>The price of a quarter of each need.</summary>
    public long[] NeedQuarter { get; }

    /// <summary>The price of a person-day in each limited area.</summary>
    public long[] LimitDay { get; }

    /// <summary>The price of being one of each hromada's partners.</summary>
    public long[] Partner { get; }

    /// <summary>What <paramref name="share"/> gains once the need and the area are paid.</summary>
    public long Profit(Model model, Share share) => PlainProfit(model, share) - LimitPrice(model, share);

    /// <summary>What <paramref name="share"/> gains once the need is paid.</summary>
    public long PlainProfit(Model model, Share share) =>
        model.Value(share) * Scale - share.Quarters * NeedQuarter[model.PairNeed[share.Pair]];

    /// <summary>What <paramref name="share"/> pays for the area.</summary>
    public long LimitPrice(Model model, Share share) =>
        model.PairLimit[share.Pair] is >= 0 and var limit ? LimitDay[limit] * model.Days(share) : 0;

    /// <summary>What a new partnership of <paramref name="link"/> costs.</summary>
    public long LinkCost(Model model, int link) =>
        model.LinkExists[link] ? 0 : model.OverheadValue * Scale + Partner[model.LinkHromada[link]];
}
