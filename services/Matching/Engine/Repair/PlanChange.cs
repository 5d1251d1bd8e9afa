namespace Kommunebro.Matching.Engine;

/// <summary>What is repaired: a plan, and what changed since it was made.</summary>
/// <param name="InForce">The shares of the plan.</param>
/// <param name="Changed">Suppliers and needs that are new, gone or others than they were.</param>
public sealed record PlanChange(IReadOnlyList<PlannedShare> InForce, IReadOnlySet<Guid> Changed)
{
    /// <summary>
    /// Whether a repair would come to something: other shares, or a share of the plan whose need is not what it was, so that what is said
    /// of the pair may not hold any more. Without a change there is nothing to repair.
    /// </summary>
    /// <param name="model">The problem as it is now.</param>
    internal bool Matters(ProblemModel model) => Changed.Count > 0
        && (InForce.Any(share => Changed.Contains(share.NeedId))
            || !InForce.ToHashSet().SetEquals(PlannedShare.Of(Repair(model))));

    /// <summary>The plan after its repair. Nothing of it is proven: its bounds need no search, and nobody looked for a plan without fairness.</summary>
    /// <param name="model">The problem as it is now.</param>
    internal Plan Repair(ProblemModel model)
    {
        var problem = model.Candidates.Problem;
        var (kept, touched) = (new List<Share>(), Changed.ToHashSet());
        var pinned = model.Pinned.Select(pin => (problem.Suppliers[pin.Candidate.Supplier].Id, problem.Needs[pin.Candidate.Need].Id)).ToHashSet();
        foreach (var share in InForce.Where(share => !pinned.Contains((share.SupplierId, share.NeedId))))
        {
            if (model.Candidates.Find(share.SupplierId, share.NeedId) is { } candidate && model.PairOf(candidate) is { } pair)
                kept.Add(new Share(pair, share.Quarters));
            else
                touched.UnionWith([share.SupplierId, share.NeedId]);
        }
        var repaired = PlanRepair.Run(
            model.Model,
            kept,
            Enumerable.Range(0, problem.Suppliers.Count).Where(at => touched.Contains(problem.Suppliers[at].Id)),
            Enumerable.Range(0, problem.Needs.Count).Where(at => touched.Contains(problem.Needs[at].Id)));
        var bound = ValueBound(model.Model);
        var outcome = new Outcome(
            repaired.Shares,
            new PlanWorth(model).Stages(repaired.Shares, bound),
            new Certificate(new Prices(model.Model), [], checked(bound * Prices.Scale)),
            repaired.Value,
            bound,
            Work: 0);
        return PlanBuilder.Build(model, outcome) with { Fairness = null };
    }

    /// <summary>Each need met by whom it is worth most with, whatever that takes.</summary>
    private static long ValueBound(Model model)
    {
        var bound = model.BaseValue;
        for (var need = 0; need < model.Needs; need++)
        {
            var most = 0L;
            for (var at = model.NeedStart[need]; at < model.NeedStart[need + 1]; at++)
            {
                most = Math.Max(most, Share.Value(model.PairValue[model.NeedPairs[at]], model.NeedQuarters[need]));
                bound = checked(bound + model.PairKept[model.NeedPairs[at]]);
            }
            bound = checked(bound + most);
        }
        return bound;
    }
}
