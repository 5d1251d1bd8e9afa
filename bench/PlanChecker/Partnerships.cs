namespace Kommunebro.Bench.PlanChecker;

/// <summary>Who works with whom because of a plan, and did not before.</summary>
internal static class Partnerships
{
    public static HashSet<(int Supplier, int Hromada)> New(SavedPlan plan)
    {
        var partnerships = plan.Shares.Select(share => (share.Supplier, plan.Needs[share.Need].Hromada)).ToHashSet();
        partnerships.ExceptWith(plan.Existing);
        return partnerships;
    }
}
