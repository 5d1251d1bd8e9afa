namespace Kommunebro.Bench.PlanChecker;

/// <summary>
/// The most that one supplier gains when every limit is kept, where partnerships take and cost nothing: then nothing but its person-days
/// ties one area to another. A table for each area tells what so many days there gain; the tables are joined one by one.
/// </summary>
internal static class AreasApart
{
    private const int NoLimit = -1;

    /// <summary>Whether partnerships take and cost nothing, and all of them may begin.</summary>
    public static bool Suits(PricedOffer offer)
    {
        PricedGroup[] begun = [.. offer.Groups.Where(group => group.IsNew)];
        return begun.Length <= offer.Partnerships && begun.All(group => group is { Days: 0, Cost: 0 });
    }

    /// <summary>The most.</summary>
    public static long Most(PricedOffer offer)
    {
        var items = offer.Groups.SelectMany(group => group.Items).ToLookup(item => item.Limit);
        var most = Table(items[NoLimit], offer.Days);
        for (var limit = 0; limit < offer.Limits.Length; limit++)
            most = Joined(most, Table(items[limit], Math.Min(offer.Limits[limit], offer.Days)));
        return most[^1];
    }

    /// <summary>What each number of person-days gains at most.</summary>
    private static long[] Table(IEnumerable<PricedItem> items, long days)
    {
        var most = new long[checked((int)days + 1)];
        foreach (var item in items)
            for (var left = most.Length - 1; left >= 0; left--)
                foreach (var option in item.Options)
                    if (option.Days <= left) most[left] = Math.Max(most[left], checked(most[left - (int)option.Days] + option.Gain));
        return most;
    }

    /// <summary>The same of both, whatever part of the days goes to the second.</summary>
    private static long[] Joined(long[] first, long[] second)
    {
        var most = (long[])first.Clone();
        for (var days = 0; days < most.Length; days++)
            for (var there = 1; there < second.Length && there <= days; there++)
                most[days] = Math.Max(most[days], checked(first[days - there] + second[there]));
        return most;
    }
}
