namespace Kommunebro.Matching.Engine;

/// <summary>Finds what keeps an eligible pair out of the plan: the first limit that adding it would break.</summary>
internal static class Obstacles
{
    public static IReadOnlyList<Template> Templates { get; } =
    [
        new("obstacle.capacity",
            "{supplier} har {left} igjen og trenger {wanted}; resten går til {needs}.",
            "{supplier}: лишилося {left}, а треба {wanted}; решту вже розподілено ({needs}).",
            "{supplier} has {left} left and would need {wanted}; the rest goes to {needs}."),
        new("obstacle.area_capacity",
            "{supplier} har {left} igjen innen «{area}» og trenger {wanted}; resten går til {needs}.",
            "{supplier}: за напрямом «{area}» лишилося {left}, а треба {wanted}; решту вже розподілено ({needs}).",
            "{supplier} has {left} left in “{area}” and would need {wanted}; the rest goes to {needs}."),
        new("obstacle.partnerships",
            "{supplier} har allerede {partnerships} og tar ikke flere.",
            "{supplier}: уже {partnerships}, більше бути не може.",
            "{supplier} already has {partnerships} and takes no more."),
        new("obstacle.partners",
            "{hromada} har allerede {partnerships}, og det er det meste for én hromada.",
            "{hromada}: уже {partnerships}, більше для однієї громади не передбачено.",
            "{hromada} already has {partnerships}, the most for one hromada."),
        new("obstacle.overhead",
            "Et nytt samarbeid mellom {supplier} og {hromada} ville koste mer enn dette behovet alene er verdt ({value} mot {cost} poeng).",
            "Нова співпраця ({supplier}, {hromada}) коштувала б більше, ніж дає сама ця потреба ({value} проти {cost} балів).",
            "A new partnership of {supplier} and {hromada} would cost more than this need alone is worth ({value} against {cost} points)."),
        new("obstacle.better_plan",
            "{supplier} har plass, men det ville gå ut over noe som planen setter høyere.",
            "{supplier} має вільний ресурс, але це зашкодило б тому, що в плані важливіше.",
            "{supplier} has room, but that would be at the expense of what the plan puts higher."),
        new("obstacle.unproven_plan",
            "{supplier} har plass, men kjøringen tok slutt før planen var ferdig regnet ut.",
            "{supplier} має вільний ресурс, але запуск добору завершився до остаточного розрахунку плану.",
            "{supplier} has room, but the run ended before the plan was fully worked out."),
    ];

    public static Obstacle Of(Pair pair, PlanLedger ledger)
    {
        var supplier = Argument.Municipality("supplier", pair.Supplier.Id);
        var hromada = Argument.Municipality("hromada", pair.Hromada.Id);
        var isNew = !ledger.AreTogether(pair);
        if (isNew && ledger.Partnerships(pair.Supplier.Id) >= pair.Supplier.MaxPartnerships)
            return Held(ObstacleKind.Partnerships, pair, ledger.OfSupplier(pair.Supplier.Id), Sentence.Of(
                "obstacle.partnerships", supplier, Partnerships(ledger.Partnerships(pair.Supplier.Id))));
        if (isNew && ledger.Partners(pair.Hromada.Id) >= ledger.Scenario.MaxPartnersPerHromada)
            return Held(ObstacleKind.Partners, pair, ledger.OfHromada(pair.Hromada.Id), Sentence.Of(
                "obstacle.partners", hromada, Partnerships(ledger.Partners(pair.Hromada.Id))));
        if (OutOfDays(pair, ledger, isNew, supplier) is { } outOfDays) return outOfDays;
        if (ledger.IsProven && (!isNew || pair.Value >= ledger.Scenario.OverheadValue))
            return Held(ObstacleKind.BetterPlan, pair, [], Sentence.Of("obstacle.better_plan", supplier));
        return isNew && pair.Value < ledger.Scenario.OverheadValue
            ? Held(ObstacleKind.Overhead, pair, [], Sentence.Of(
                "obstacle.overhead",
                supplier,
                hromada,
                Argument.Of("value", ArgumentKind.Number, pair.Value),
                Argument.Of("cost", ArgumentKind.Number, ledger.Scenario.OverheadValue)))
            : Held(ObstacleKind.UnprovenPlan, pair, [], Sentence.Of("obstacle.unproven_plan", supplier));
    }

    private static Obstacle? OutOfDays(Pair pair, PlanLedger ledger, bool isNew, Argument supplier)
    {
        var effort = Fit.LeastDaysOf(ledger.Scenario, pair.Need);
        var wanted = effort + (isNew ? ledger.Scenario.OverheadDays : 0);
        if (ledger.AreaDaysLeft(pair) < effort)
            return Held(ObstacleKind.AreaCapacity, pair, ledger.InArea(pair), Sentence.Of(
                "obstacle.area_capacity",
                supplier,
                Days("left", ledger.AreaDaysLeft(pair)),
                Argument.Area("area", pair.Competence.AreaCode),
                Days("wanted", effort),
                Needs(ledger.InArea(pair))));
        if (ledger.DaysLeft(pair.Supplier) >= wanted) return null;
        return Held(ObstacleKind.Capacity, pair, ledger.OfSupplier(pair.Supplier.Id), Sentence.Of(
            "obstacle.capacity",
            supplier,
            Days("left", ledger.DaysLeft(pair.Supplier)),
            Days("wanted", wanted),
            Needs(ledger.OfSupplier(pair.Supplier.Id))));
    }

    private static Obstacle Held(ObstacleKind kind, Pair pair, IEnumerable<Match> by, Sentence reason) =>
        new(pair, kind, [.. by.OrderBy(match => match.Value).ThenBy(match => match.Pair.Need.Id)], reason);

    private static Argument Days(string name, int days) => Argument.Of(name, ArgumentKind.PersonDays, days);

    private static Argument Needs(IEnumerable<Match> matches) => Argument.Of("needs", ArgumentKind.Needs, matches.Count());

    private static Argument Partnerships(int count) => Argument.Of("partnerships", ArgumentKind.Partnerships, count);
}
