namespace Kommunebro.Matching.Engine;

/// <summary>Finds why a need has no match.</summary>
internal static class Unmatched
{
    public static IReadOnlyList<Template> Templates { get; } =
    [
        new("unmatched.no_suppliers",
            "Ingen har meldt inn kompetanse og kapasitet ennå.",
            "Поки що ніхто не заявив про свої компетенції та можливості.",
            "Nobody has reported competence and capacity yet."),
        new("unmatched.no_eligible",
            "Ingen kan foreslås. Nærmest kom {suppliers}; det som sto i veien: {rule}.",
            "Запропонувати нікого не можна. Найближче: {suppliers}; завадило: {rule}.",
            "Nobody can be proposed. Nearest came {suppliers}; in the way: {rule}."),
        new("unmatched.lost",
            "{suppliers} kunne hjelpe, men ikke i denne planen. Best passer {supplier}.",
            "Могли б допомогти: {suppliers}, але не в цьому плані. Найкраще підходить {supplier}.",
            "{suppliers} could help, but not in this plan. The best fit is {supplier}."),
    ];

    public static UnmatchedNeed Of(Need need, PlanLedger ledger)
    {
        Pair[] pairs = [.. ledger.Candidates.OfNeed(need.Id).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Supplier.Id)];
        if (pairs.Length == 0) return NoEligible(need, ledger.Candidates.Problem);
        Obstacle[] obstacles = [.. pairs.Select(pair => Obstacles.Of(pair, ledger))];
        var lost = Sentence.Of(
            "unmatched.lost",
            Argument.Of("suppliers", ArgumentKind.Suppliers, pairs.Length),
            Argument.Municipality("supplier", pairs[0].Supplier.Id));
        return new UnmatchedNeed(need, [], obstacles, [lost, obstacles[0].Reason]);
    }

    private static UnmatchedNeed NoEligible(Need need, Problem problem)
    {
        RuleFailure[] failures = [.. problem.Suppliers
            .Select(supplier => Eligibility.FirstFailure(Fit.Between(problem, supplier, need)))
            .OfType<RuleFailure>()];
        if (failures.Length == 0) return new UnmatchedNeed(need, [], [], [Sentence.Of("unmatched.no_suppliers")]);
        var counts = RuleCount.Of(failures);
        if (failures[0].ConcernsNeedAlone) return new UnmatchedNeed(need, counts, [], [counts[0].Example]);
        var nearest = Sentence.Of(
            "unmatched.no_eligible",
            Argument.Of("suppliers", ArgumentKind.Suppliers, counts[0].Count),
            new Argument("rule", ArgumentKind.Rule, counts[0].RuleCode));
        return new UnmatchedNeed(need, counts, [], [nearest, counts[0].Example]);
    }
}
