namespace Kommunebro.Bench.PlanChecker;

/// <summary>
/// Searches a choice of one supplier that gains more than somebody says is possible. First by the knapsack in which limits are paid;
/// where that does not settle it, by a table for each area, or, where partnerships tie areas together, by going through all choices that
/// keep the limits, cutting off what the knapsack shows to be hopeless.
/// </summary>
internal sealed class PortfolioSearch(PricedOffer offer)
{
    private readonly long[] _left = [.. offer.Limits];
    private PricedGroup[] _groups = offer.Groups;
    private NetTables _tables = new(offer, offer.Groups, keepsAll: false);
    private long _told;
    private long _found;

    /// <summary>The gain of a choice above <paramref name="told"/>; null when there is none.</summary>
    public long? Above(long told)
    {
        var slack = offer.PriceOfLimits;
        var most = checked(_tables.Most(offer.Days) + slack);
        if (most <= told) return null;
        if (offer.Limits.Length == 0) return most;
        if (AreasApart.Suits(offer)) return AreasApart.Most(offer) is var exact && exact > told ? exact : null;
        _told = told;
        _groups = [.. offer.Groups.Select(group => Hopeful(group, slack)).Where(group => group.Items.Length > 0)];
        _tables = new NetTables(offer, _groups, keepsAll: true);
        return Beats(_groups.Length, offer.Partnerships, offer.Days, 0, slack) ? _found : null;
    }

    /// <summary>What is left of a group when ways go that, with the best that all other days allow, do not gain enough.</summary>
    private PricedGroup Hopeful(PricedGroup group, long slack) => group with
    {
        Items = [.. group.Items
            .Select(item => item with { Options = [.. item.Options.Where(option => IsHopeful(option, slack))] })
            .Where(item => item.Options.Length > 0)],
    };

    private bool IsHopeful(PricedOption option, long slack) =>
        option.Days <= offer.Days && option.Net + _tables.Most(offer.Days - option.Days) + slack > _told;

    /// <summary>Whether the first groups can bring a choice so far above what was told.</summary>
    /// <param name="groups">How many groups are not decided yet.</param>
    /// <param name="partnerships">How many may still begin.</param>
    /// <param name="days">Person-days that are left.</param>
    /// <param name="gain">The gain so far.</param>
    /// <param name="slack">The price of what is left of the limits.</param>
    private bool Beats(int groups, long partnerships, long days, long gain, long slack)
    {
        if (gain > _told)
        {
            _found = gain;
            return true;
        }
        if (groups == 0 || gain + Most(groups, partnerships, days) + slack <= _told) return false;
        var group = _groups[groups - 1];
        if (!group.IsNew) return BeatsWith(groups, 0, partnerships, days, gain, slack);
        return (partnerships > 0 && days >= group.Days && BeatsWith(groups, 0, partnerships - 1, days - group.Days, gain - group.Cost, slack))
            || Beats(groups - 1, partnerships, days, gain, slack);
    }

    /// <summary>The same from within the last of the groups, its items before <paramref name="at"/> being decided.</summary>
    private bool BeatsWith(int groups, int at, long partnerships, long days, long gain, long slack)
    {
        var items = _groups[groups - 1].Items;
        if (at == items.Length) return Beats(groups - 1, partnerships, days, gain, slack);
        var rest = items.Skip(at).Sum(item => item.Options.Max(option => Math.Max(0, option.Net)));
        if (gain + rest + Most(groups - 1, partnerships, days) + slack <= _told) return false;
        var limit = items[at].Limit;
        foreach (var option in items[at].Options)
        {
            if (option.Days > days || (limit >= 0 && option.Days > _left[limit])) continue;
            if (limit >= 0) _left[limit] -= option.Days;
            var beats = BeatsWith(groups, at + 1, partnerships, days - option.Days, gain + option.Gain, slack - (option.Gain - option.Net));
            if (limit >= 0) _left[limit] += option.Days;
            if (beats) return true;
        }
        return BeatsWith(groups, at + 1, partnerships, days, gain, slack);
    }

    private long Most(int groups, long partnerships, long days) =>
        _tables.Most(groups, Math.Min(partnerships, offer.Partnerships), days);
}
