namespace Kommunebro.Matching.Engine;

/// <summary>A plan after a repair, beside the one in force.</summary>
/// <param name="Shares">The plan.</param>
/// <param name="Value">What it is worth, the cost of change included where the model counts it.</param>
/// <param name="Added">Shares that are new.</param>
/// <param name="Dropped">Shares that are gone.</param>
/// <param name="AlteredNeeds">How many needs have other helpers or other quarters than before.</param>
public sealed record RepairedPlan(
    IReadOnlyList<Share> Shares, long Value, IReadOnlyList<Share> Added, IReadOnlyList<Share> Dropped, int AlteredNeeds)
{
    internal static RepairedPlan Of(Assignment plan, IReadOnlyList<Share> inForce)
    {
        Share[] shares = [.. plan.Shares.OrderBy(share => share.Pair)];
        Share[] added = [.. shares.Except(inForce)];
        Share[] dropped = [.. inForce.Except(shares)];
        var altered = added.Concat(dropped).Select(share => plan.Model.PairNeed[share.Pair]).Distinct().Count();
        return new RepairedPlan(shares, plan.Value, added, dropped, altered);
    }
}
