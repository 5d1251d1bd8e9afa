namespace Kommunebro.Bench.PlanChecker;

/// <summary>What a check of a plan found.</summary>
/// <param name="Violations">What is wrong, a sentence each; empty when all is right.</param>
/// <param name="Objective">What the plan is worth.</param>
/// <param name="Bound">What the prices prove that no plan exceeds; null in a file without a proof, or when the proof is broken.</param>
public sealed record PlanCheck(IReadOnlyList<string> Violations, long Objective, long? Bound)
{
    /// <summary>Whether all is right.</summary>
    public bool Passes => Violations.Count == 0;

    /// <summary>Checks a plan, what it is said to be worth, and the proof of its bound where it has one.</summary>
    public static PlanCheck Of(SavedPlan plan)
    {
        var (violations, objective) = OfShares(plan);
        List<string> all = [.. violations];
        if (objective != plan.Objective) all.Add($"The plan is worth {objective}, not {plan.Objective}.");
        if (plan.Bound is not { } told) return new PlanCheck(all, objective, null);
        var (faults, bound) = BoundProof.Of(plan);
        all.AddRange(faults);
        if (bound > told) all.Add($"The prices prove a bound of {bound}, not of {told}.");
        if (objective > told) all.Add($"The plan is worth {objective}, more than the bound of {told}.");
        return new PlanCheck(all, objective, bound);
    }

    /// <summary>Checks the shares alone: which limits they break, and what they are worth.</summary>
    public static (IReadOnlyList<string> Violations, long Objective) OfShares(SavedPlan plan) => ([.. Limits.Broken(plan)], Worth.Of(plan));
}
