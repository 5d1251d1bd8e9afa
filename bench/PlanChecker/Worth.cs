namespace Kommunebro.Bench.PlanChecker;

/// <summary>What a plan is worth: the points of its shares, less what new partnerships cost.</summary>
internal static class Worth
{
    public static long Of(SavedPlan plan)
    {
        var worth = plan.BaseValue;
        foreach (var share in plan.Shares)
            if (plan.Pairs.TryGetValue((share.Supplier, share.Need), out var pair)) worth += pair.ValueOf(share.Quarters);
        return worth - plan.OverheadValue * Partnerships.New(plan).Count;
    }
}
