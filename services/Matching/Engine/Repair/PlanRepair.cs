namespace Kommunebro.Matching.Engine;

/// <summary>
/// Repairs a plan after a change of one offer or one need, within milliseconds: what still fits stays, and only those whom the change
/// touches, and those who lose something by it, choose anew. A search afresh would find a better plan and alter hundreds of needs.
/// </summary>
public static class PlanRepair
{
    /// <summary>So many choose anew at most, so that a small change stays one.</summary>
    private const int MostChoices = 12;

    /// <summary>Once so many needs are altered nobody else is asked; what no longer fits may be more by itself.</summary>
    private const int MostAltered = 20;

    /// <summary>Suppliers that a new need is offered to.</summary>
    private const int BestOfNeed = 3;

    /// <summary>Repairs.</summary>
    /// <param name="model">What can be chosen now.</param>
    /// <param name="inForce">The plan, in pairs of this model; shares of pairs that are gone are left out by the caller.</param>
    /// <param name="suppliers">Positions of the suppliers whose offer changed.</param>
    /// <param name="needs">Positions of the needs that changed or are new.</param>
    public static RepairedPlan Run(Model model, IReadOnlyList<Share> inForce, IEnumerable<int> suppliers, IEnumerable<int> needs)
    {
        var seed = new KeptShares(model, inForce);
        var floors = RepairFloors.Of(seed.Plan);
        var plan = new Assignment(seed.Plan, floors);
        var waiting = new Queue<int>();
        var asked = new HashSet<int>();
        foreach (var supplier in suppliers.Concat(seed.Losers).Concat(needs.SelectMany(need => Likely(model, need)))) Ask(supplier);
        var response = new BestResponse(model);
        var prices = new Prices(model);
        for (var choice = 0; choice < MostChoices && waiting.TryDequeue(out var supplier); choice++)
        {
            if (RepairedPlan.Of(plan, inForce).AlteredNeeds >= MostAltered) break;
            asked.Remove(supplier);
            var before = plan.Shares.ToHashSet();
            if (!response.Improve(plan, supplier, prices, guidance: 0)) continue;
            // Who lost something looks for something else.
            before.ExceptWith(plan.Shares);
            foreach (var loser in before.Select(share => model.SupplierOf(share.Pair)).Where(loser => loser != supplier)) Ask(loser);
        }
        plan.DropUnmet();
        return RepairedPlan.Of(plan, inForce);

        void Ask(int supplier)
        {
            if (asked.Add(supplier)) waiting.Enqueue(supplier);
        }
    }

    private static IEnumerable<int> Likely(Model model, int need) => Enumerable.Range(model.NeedStart[need], model.NeedStart[need + 1] - model.NeedStart[need])
        .Select(at => model.NeedPairs[at])
        .OrderByDescending(pair => model.PairValue[pair]).ThenBy(pair => pair)
        .Take(BestOfNeed)
        .Select(model.SupplierOf);
}
