namespace Kommunebro.Matching.Engine;

/// <summary>What of a plan covers its hromadas, and nothing beyond: of each one need, a critical one where there is one, met by half.</summary>
internal static class CoveringShares
{
    /// <summary>The shares, each with no more quarters than are missing.</summary>
    public static IReadOnlySet<Share> Of(Assignment plan)
    {
        var model = plan.Model;
        return Enumerable.Range(0, model.Needs)
            .Where(need => model.Fairness.StandingQuarters[need] < Share.Covering && plan.Coverage.Quarters(need) >= Share.Covering)
            .GroupBy(need => model.NeedHromada[need])
            .Select(needs => needs.OrderByDescending(need => model.Fairness.Critical[need]).First())
            .SelectMany(need => OfNeed(plan, need))
            .ToHashSet();
    }

    private static IEnumerable<Share> OfNeed(Assignment plan, int need)
    {
        var missing = Share.Covering - plan.Model.Fairness.StandingQuarters[need];
        var holders = plan.Holders(need).ToArray();
        var alone = Array.FindIndex(holders, share => share.Quarters >= missing);
        // Where nobody covers it alone, each has a quarter, and as many as are missing are enough.
        return alone < 0
            ? holders.Take(missing)
            : [holders[alone] with { Quarters = Math.Max(missing, plan.Model.LeastQuarters(holders[alone].Pair)) }];
    }
}
