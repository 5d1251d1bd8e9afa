namespace Kommunebro.Matching.Engine;

/// <summary>The hard rules in the order in which they are asked: first what concerns the need alone, then what brings a supplier nearer and nearer.</summary>
public static class Eligibility
{
    /// <summary>All rules, in order.</summary>
    public static IReadOnlyList<HardRule> Rules { get; } =
    [
        new VerificationValid(),
        new NeededByAhead(),
        new OccupiedTerritory(),
        new AreaOffered(),
        new ModeOverlap(),
        new TermAccepted(),
        new TravelPossible(),
        new Hostilities(),
        new CapacityLeft(),
        new FitFloor(),
        new NotVetoed(),
        new NotExcluded(),
    ];

    // They stand first, and see the same with every supplier and every competence.
    private static readonly int RulesOfNeedAlone = Rules.TakeWhile(rule => rule.ConcernsNeedAlone).Count();

    /// <summary>The first rule that fails for this pair, with the reason; null when the pair is eligible.</summary>
    public static RuleFailure? FirstFailure(Fit fit) => FirstFailure(fit, Rules.Count);

    /// <summary>Why the need itself may not be matched with anybody; null when it may.</summary>
    public static RuleFailure? FailureOfNeed(Problem problem, Need need) =>
        problem.Suppliers.Count == 0 ? null : FirstFailure(Fit.Between(problem, problem.Suppliers[0], need, competence: null), RulesOfNeedAlone);

    /// <summary>What people must see to before an eligible pair goes ahead.</summary>
    public static IReadOnlyList<Sentence> Conditions(Fit fit) =>
        [.. Rules.Select(rule => rule.Condition(fit)).OfType<Sentence>()];

    /// <summary>Why <paramref name="supplierId"/> may not be matched with <paramref name="needId"/>; null when it may.</summary>
    /// <exception cref="KeyNotFoundException">The problem does not hold both.</exception>
    public static RuleFailure? WhyNot(Problem problem, Guid supplierId, Guid needId) =>
        FirstFailure(Fit.Between(problem, problem.SupplierById[supplierId], problem.NeedById[needId]));

    private static RuleFailure? FirstFailure(Fit fit, int rules)
    {
        for (var order = 0; order < rules; order++)
            if (Rules[order].Objection(fit) is { } reason)
                return new RuleFailure(Rules[order].Code, order, Rules[order].ConcernsNeedAlone, reason);
        return null;
    }
}

/// <summary>A hard rule that a pair fails.</summary>
/// <param name="RuleCode">Code of the rule.</param>
/// <param name="Order">Its place among the rules from 0; the later it fails, the nearer the pair came.</param>
/// <param name="ConcernsNeedAlone">Whether it fails for every supplier alike.</param>
/// <param name="Reason">Why, for this pair.</param>
public sealed record RuleFailure(string RuleCode, int Order, bool ConcernsNeedAlone, Sentence Reason);
