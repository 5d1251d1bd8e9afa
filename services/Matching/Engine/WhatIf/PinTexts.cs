namespace Kommunebro.Matching.Engine;

/// <summary>How the cost of a pin is told, or why it cannot be.</summary>
public static class PinTexts
{
    internal static IReadOnlyList<Template> Templates { get; } =
    [
        new("whatif.cost",
            "Med dette i planen er den verdt {after} poeng i stedet for {before}; andre mister helt eller delvis hjelp til {needs}.",
            "З цією парою план вартий {after} балів замість {before}; інші повністю або частково втрачають допомогу ({needs}).",
            "With this the plan is worth {after} points instead of {before}; others lose all or part of the help with {needs}."),
        new("whatif.goal",
            "Et mål som går foran verdien, nås mindre.",
            "Мета, що важливіша за вартість, досягається менше.",
            "A goal that comes before value is reached less."),
        new("whatif.unproven",
            "Tallene er det beste som ble funnet; en bedre plan med dette kan finnes.",
            "Це найкраще зі знайденого; кращий план із цією парою може існувати.",
            "These figures are the best that was found; a better plan with this may exist."),
        new("whatif.partnerships",
            "{supplier} kan ikke begynne flere samarbeid.",
            "{supplier} не може розпочати нову співпрацю.",
            "{supplier} cannot begin another partnership."),
        new("whatif.partners",
            "{hromada} kan ikke få flere partnere.",
            "{hromada} не може отримати більше партнерів.",
            "{hromada} cannot be given another partner."),
        new("whatif.capacity",
            "{supplier} har ikke kapasitet til {quarters} av 4 deler av behovet.",
            "{supplier} не має ресурсу на таку частину потреби: {quarters} з 4.",
            "{supplier} has no capacity for {quarters} of 4 parts of the need."),
    ];

    /// <summary>What the pin would cost.</summary>
    public static IReadOnlyList<Sentence> Of(PinCost cost)
    {
        var value = cost.Stages.Single(stage => stage.Stage is ObjectiveStage.Value);
        var sentences = new List<Sentence>
        {
            Sentence.Of(
                "whatif.cost",
                Argument.Of("before", ArgumentKind.Number, value.Before),
                Argument.Of("after", ArgumentKind.Number, value.After),
                Argument.Of("needs", ArgumentKind.Needs, cost.Displaced.Select(change => change.NeedId).Distinct().Count())),
        };
        if (cost.Stages.Any(stage => stage.Stage is not ObjectiveStage.Value && stage.Cost > 0)) sentences.Add(Sentence.Of("whatif.goal"));
        if (!cost.IsProven) sentences.Add(Sentence.Of("whatif.unproven"));
        return sentences;
    }

    /// <summary>Why the pin cannot be.</summary>
    /// <param name="problem">The problem that holds both.</param>
    /// <param name="pin">The pin.</param>
    /// <param name="broken">The rule or limit that it breaks: see <see cref="InvalidProblemException.Broken"/>.</param>
    public static IReadOnlyList<Sentence> Conflict(Problem problem, Pin pin, string? broken)
    {
        if (Eligibility.WhyNot(problem, pin.SupplierId, pin.NeedId) is { } failure) return [failure.Reason];
        var supplier = Argument.Municipality("supplier", pin.SupplierId);
        return broken switch
        {
            "partnerships" => [Sentence.Of("whatif.partnerships", supplier)],
            "partners" => [Sentence.Of("whatif.partners", Argument.Municipality("hromada", problem.NeedById[pin.NeedId].HromadaId))],
            "capacity" or "area_capacity" =>
                [Sentence.Of("whatif.capacity", supplier, Argument.Of("quarters", ArgumentKind.Number, pin.Quarters))],
            _ => [Sentence.Of("whynot.decided")],
        };
    }
}
