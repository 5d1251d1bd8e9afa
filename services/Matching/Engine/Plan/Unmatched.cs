namespace Kommunebro.Matching.Engine;

/// <summary>Finds why a need is not covered.</summary>
internal static class Unmatched
{
    // A person asks about the best; nobody reads what stands in the way of the hundredth.
    private const int MostObstacles = 5;

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
        new("unmatched.partly",
            "{supplier} kan ta en fjerdedel, men for resten er ingen funnet.",
            "{supplier} може взяти на себе чверть, але для решти нікого не знайдено.",
            "{supplier} can take a quarter, but nobody was found for the rest."),
        new("unmatched.lost",
            "{suppliers} kunne hjelpe, men ikke i denne planen. Best passer {supplier}.",
            "Могли б допомогти: {suppliers}, але не в цьому плані. Найкраще підходить {supplier}.",
            "{suppliers} could help, but not in this plan. The best fit is {supplier}."),
    ];

    public static UnmatchedNeed Of(Need need, PlanLedger ledger)
    {
        var problem = ledger.Candidates.Problem;
        Guid[] taking = [.. ledger.SuppliersOf(need.Id).Where(problem.SupplierById.ContainsKey)];
        Pair[] pairs = [.. ledger.Candidates.BestOf(need.Id).Take(MostObstacles + taking.Length).Select(ledger.Candidates.Detail)
            .Where(pair => !taking.Contains(pair.Supplier.Id)).Take(MostObstacles)];
        if (pairs.Length == 0 && taking.Length == 0) return NoEligible(need, problem);
        Obstacle[] obstacles = [.. pairs.Select(pair => Obstacles.Of(pair, ledger))];
        if (taking.Length > 0)
        {
            var partly = Sentence.Of("unmatched.partly", Argument.Municipality("supplier", taking[0]));
            return new UnmatchedNeed(need, [], obstacles, [partly, .. obstacles.Take(1).Select(obstacle => obstacle.Reason)]);
        }
        var lost = Sentence.Of(
            "unmatched.lost",
            Argument.Of("suppliers", ArgumentKind.Suppliers, ledger.Candidates.CountOf(need.Id)),
            Argument.Municipality("supplier", pairs[0].Supplier.Id));
        return new UnmatchedNeed(need, [], obstacles, [lost, obstacles[0].Reason]);
    }

    private static UnmatchedNeed NoEligible(Need need, Problem problem)
    {
        if (Eligibility.FailureOfNeed(problem, need) is { } own)
            return new UnmatchedNeed(need, [new RuleCount(own.RuleCode, problem.Suppliers.Count, own.Reason)], [], [own.Reason]);
        RuleFailure[] failures = [.. problem.Suppliers
            .Select(supplier => Eligibility.FirstFailure(Fit.Between(problem, supplier, need)))
            .OfType<RuleFailure>()];
        if (failures.Length == 0) return new UnmatchedNeed(need, [], [], [Sentence.Of("unmatched.no_suppliers")]);
        var counts = RuleCount.Of(failures);
        var nearest = Sentence.Of(
            "unmatched.no_eligible",
            Argument.Of("suppliers", ArgumentKind.Suppliers, counts[0].Count),
            new Argument("rule", ArgumentKind.Rule, counts[0].RuleCode));
        return new UnmatchedNeed(need, counts, [], [nearest, counts[0].Example]);
    }
}
