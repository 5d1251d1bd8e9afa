namespace Kommunebro.Matching.Engine;

/// <summary>Finds why a supplier got nothing.</summary>
internal static class Idle
{
    public static IReadOnlyList<Template> Templates { get; } =
    [
        new("idle.no_needs",
            "Det finnes ingen bekreftede behov ennå.",
            "Підтверджених потреб поки що немає.",
            "There are no verified needs yet."),
        new("idle.no_eligible",
            "Ingen behov passer. Nærmest kom {needs}; det som sto i veien: {rule}.",
            "Жодна потреба не підходить. Найближче: {needs}; завадило: {rule}.",
            "No need fits. Nearest came {needs}; in the way: {rule}."),
        new("idle.left_open",
            "{needs} uten partner i planen ville passe.",
            "Могли б підійти: {needs} без партнера в плані.",
            "{needs} without a partner in the plan would fit."),
        new("idle.served_by_others",
            "{needs} ville passe, men planen gir større nytte når andre tar dem.",
            "Могли б підійти: {needs}, але план дає більше користі, коли їх беруть інші.",
            "{needs} would fit, but the plan gains more when others take them."),
    ];

    /// <summary>Whether a sentence says nothing of a certain need.</summary>
    public static bool IsOfSupplierAlone(Sentence sentence) => Templates.Any(template => template.Key == sentence.Key);

    /// <summary>Why, first by the supplier alone and then by the need that came nearest.</summary>
    public static IReadOnlyList<Sentence> Reasons(Supplier supplier, PlanLedger ledger)
    {
        Candidate[] pairs = [.. ledger.Candidates.OfSupplier(supplier.Id)];
        if (pairs.Length == 0) return NoEligible(supplier, ledger.Candidates.Problem);
        Candidate[] open = [.. pairs.Where(pair => !ledger.IsCovered(ledger.Candidates.Problem.Needs[pair.Need]))
            .OrderByDescending(ledger.Candidates.Value).ThenBy(pair => pair.Need)];
        if (open.Length == 0) return [Sentence.Of("idle.served_by_others", Argument.Of("needs", ArgumentKind.Needs, pairs.Length))];
        return
        [
            Sentence.Of("idle.left_open", Argument.Of("needs", ArgumentKind.Needs, open.Length)),
            Obstacles.Of(ledger.Candidates.Detail(open[0]), ledger).Reason,
        ];
    }

    private static IReadOnlyList<Sentence> NoEligible(Supplier supplier, Problem problem)
    {
        var counts = RuleCount.Of(problem.Needs
            .Select(need => Eligibility.FirstFailure(Fit.Between(problem, supplier, need)))
            .OfType<RuleFailure>());
        if (counts.Count == 0) return [Sentence.Of("idle.no_needs")];
        var nearest = Sentence.Of(
            "idle.no_eligible",
            Argument.Of("needs", ArgumentKind.Needs, counts[0].Count),
            new Argument("rule", ArgumentKind.Rule, counts[0].RuleCode));
        return [nearest, counts[0].Example];
    }
}
