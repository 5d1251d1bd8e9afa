namespace Kommunebro.Matching.Engine;

/// <summary>What is repaired: a plan, and what changed since it was made.</summary>
/// <param name="InForce">The shares of the plan.</param>
/// <param name="Suppliers">Suppliers whose offer is new or changed, or who are free for something else.</param>
/// <param name="Needs">Needs that are new or changed, or open again.</param>
public sealed record PlanChange(IReadOnlyList<PlannedShare> InForce, IReadOnlySet<Guid> Suppliers, IReadOnlySet<Guid> Needs)
{
    /// <summary>The plan after its repair; nothing of it is proven, so bounds are those that need no search.</summary>
    /// <param name="model">The problem as it is now.</param>
    internal Outcome Repair(ProblemModel model)
    {
        var problem = model.Candidates.Problem;
        var (kept, lost) = (new List<Share>(), new HashSet<Guid>());
        foreach (var share in InForce)
            if (model.Candidates.Find(share.SupplierId, share.NeedId) is { } candidate && model.PairOf(candidate) is { } pair)
                kept.Add(new Share(pair, share.Quarters));
            else
                lost.UnionWith([share.SupplierId, share.NeedId]);
        var repaired = PlanRepair.Run(
            model.Model,
            kept,
            Enumerable.Range(0, problem.Suppliers.Count).Where(at => IsTouched(Suppliers, problem.Suppliers[at].Id)),
            Enumerable.Range(0, problem.Needs.Count).Where(at => IsTouched(Needs, problem.Needs[at].Id)));
        var bound = ValueBound(model.Model);
        return new Outcome(
            repaired.Shares,
            new PlanWorth(model).Stages(repaired.Shares, bound),
            new Certificate(new Prices(model.Model), [], checked(bound * Prices.Scale)),
            repaired.Value,
            bound,
            Work: 0);

        bool IsTouched(IReadOnlySet<Guid> changed, Guid id) => changed.Contains(id) || lost.Contains(id);
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
