namespace Kommunebro.Matching.Engine;

/// <summary>What kind of answer there is to "why not these two?".</summary>
public enum WhyNotKind
{
    /// <summary>They are in the plan.</summary>
    InPlan,

    /// <summary>A hard rule forbids it.</summary>
    Rule,

    /// <summary>The plan, or what is decided, gives the need to others.</summary>
    NeedTaken,

    /// <summary>The need has room, and something else stands in the way: see <see cref="ObstacleKind"/>.</summary>
    Obstacle,

    /// <summary>The supplier has no available offer.</summary>
    NoOffer,

    /// <summary>The need is not planned for any more: it is met, given away or withdrawn.</summary>
    NeedGone,
}

/// <summary>Why a supplier is not proposed for a need in a plan.</summary>
/// <param name="Kind">What kind of answer it is.</param>
/// <param name="RuleCode">The hard rule that fails; null when none does.</param>
/// <param name="Obstacle">The limit that is full, or what else stands in the way; null when a rule fails, or only others have the need.</param>
/// <param name="Pair">The pair with its score and value; null when a rule fails.</param>
/// <param name="HeldBy">The matches to which it lost: those who have the need, else those that fill the limit, the least valuable first.</param>
/// <param name="Reasons">The same for people, in one sentence or two.</param>
public sealed record WhyNot(
    WhyNotKind Kind, string? RuleCode, ObstacleKind? Obstacle, Pair? Pair, IReadOnlyList<Match> HeldBy, IReadOnlyList<Sentence> Reasons)
{
    internal static IReadOnlyList<Template> Templates { get; } =
    [
        new("whynot.in_plan",
            "{supplier} er foreslått for dette behovet i planen, med {quarters} av 4 deler.",
            "{supplier}: у цьому плані запропоновано для цієї потреби (частин: {quarters} з 4).",
            "{supplier} is proposed for this need in the plan, with {quarters} of 4 parts."),
        new("whynot.need_taken",
            "I planen tar {holder} {quarters} av 4 deler av behovet, med {other} poeng mot {own} for {supplier}.",
            "У плані за цю потребу береться {holder} (частин: {quarters} з 4), балів: {other} проти {own} ({supplier}).",
            "In the plan {holder} takes {quarters} of 4 parts of the need, with {other} points against {own} for {supplier}."),
        new("whynot.decided",
            "Behovet er allerede gitt bort: noen dekker det eller er spurt om det.",
            "Потребу вже розподілено: хтось її закриває або отримав запит.",
            "The need is given away already: somebody meets it or is asked to."),
        new("whynot.own_part",
            "{supplier} er allerede spurt om en del av behovet, dekker den eller har dekket den.",
            "{supplier}: уже отримано запит щодо частини цієї потреби, або її закривають чи вже закрили.",
            "{supplier} is asked to meet a part of the need already, meets it or has met it."),
        new("whynot.no_offer",
            "{supplier} har ikke meldt inn kompetanse og kapasitet som er ledig nå.",
            "{supplier}: вільних компетенцій та можливостей наразі не заявлено.",
            "{supplier} has reported no competence and capacity that is available now."),
        new("whynot.need_gone",
            "Behovet planlegges ikke lenger: det er dekket, gitt bort eller trukket tilbake.",
            "Цю потребу більше не планують: її закрито, розподілено або відкликано.",
            "The need is not planned for any more: it is met, given away or withdrawn."),
        new("whynot.was_taken",
            "I planen tar {holder} {quarters} av 4 deler av behovet, med {other} poeng.",
            "У плані за цю потребу береться {holder} (частин: {quarters} з 4), балів: {other}.",
            "In the plan {holder} takes {quarters} of 4 parts of the need, with {other} points."),
    ];

    /// <summary>Why <paramref name="supplierId"/> is not proposed for <paramref name="needId"/>.</summary>
    /// <param name="candidates">The pairs that are eligible.</param>
    /// <param name="plan">The plan; shares that are no longer possible are left out.</param>
    /// <param name="isProven">Whether it was proven to be the best.</param>
    /// <param name="supplierId">A supplier of the problem.</param>
    /// <param name="needId">A need of the problem.</param>
    /// <exception cref="KeyNotFoundException">The problem does not hold both.</exception>
    public static WhyNot Of(CandidateSet candidates, IEnumerable<PlannedShare> plan, bool isProven, Guid supplierId, Guid needId)
    {
        var matches = new RecalledPlan(candidates, plan).Matches;
        if (matches.FirstOrDefault(match => match.Pair.Supplier.Id == supplierId && match.Pair.Need.Id == needId) is { } own)
            return new WhyNot(WhyNotKind.InPlan, null, null, own.Pair, [own], [InPlan(supplierId, own.Quarters)]);
        if (Eligibility.WhyNot(candidates.Problem, supplierId, needId) is { } failure)
            return new WhyNot(WhyNotKind.Rule, failure.RuleCode, null, null, [], [failure.Reason]);
        var pair = candidates.Detail(candidates.Find(supplierId, needId)!.Value);
        var ledger = new PlanLedger(candidates, matches, isProven);
        if (ledger.StoodIn(supplierId, needId))
            return Told(WhyNotKind.NeedTaken, Sentence.Of("whynot.own_part", Argument.Municipality("supplier", supplierId))) with { Pair = pair };
        var obstacle = Obstacles.Of(pair, ledger);
        return ledger.HasRoom(pair.Need)
            ? new WhyNot(WhyNotKind.Obstacle, null, obstacle.Kind, pair, obstacle.HeldBy, [obstacle.Reason])
            : Taken(pair, [.. ledger.OfNeed(needId).OrderBy(match => match.Value).ThenBy(match => match.Pair.Supplier.Id)], obstacle);
    }

    /// <summary>The supplier has no available offer.</summary>
    public static WhyNot NoOffer(Guid supplierId) =>
        Told(WhyNotKind.NoOffer, Sentence.Of("whynot.no_offer", Argument.Municipality("supplier", supplierId)));

    /// <summary>The need is not planned for any more; who had it in the plan, with how many points.</summary>
    public static WhyNot NeedGone(params IEnumerable<(PlannedShare Share, int Score)> shares) => Told(
        WhyNotKind.NeedGone,
        [
            .. shares.OrderByDescending(taken => taken.Share.Quarters).Take(1).Select(taken => Sentence.Of(
                "whynot.was_taken",
                Argument.Municipality("holder", taken.Share.SupplierId),
                Argument.Of("quarters", ArgumentKind.Number, taken.Share.Quarters),
                Argument.Of("other", ArgumentKind.Number, taken.Score))),
            Sentence.Of("whynot.need_gone"),
        ]);

    /// <summary>They are in the plan, although they may not be known any more.</summary>
    public static WhyNot WasPlanned(PlannedShare share) => Told(WhyNotKind.InPlan, InPlan(share.SupplierId, share.Quarters));

    private static WhyNot Told(WhyNotKind kind, params Sentence[] reasons) => new(kind, null, null, null, [], reasons);

    private static WhyNot Taken(Pair pair, IReadOnlyList<Match> holders, Obstacle obstacle)
    {
        if (holders.Count == 0) return Told(WhyNotKind.NeedTaken, Sentence.Of("whynot.decided")) with { Pair = pair };
        // Where the one who has it fits better, and the supplier has room, there is nothing more to say.
        return pair.Score > holders[^1].Pair.Score || obstacle.HeldBy.Count > 0
            ? new WhyNot(WhyNotKind.NeedTaken, null, obstacle.Kind, pair, holders, [TakenBy(holders[^1], pair), obstacle.Reason])
            : new WhyNot(WhyNotKind.NeedTaken, null, null, pair, holders, [TakenBy(holders[^1], pair)]);
    }

    private static Sentence TakenBy(Match holder, Pair pair) => Sentence.Of(
        "whynot.need_taken",
        Argument.Municipality("holder", holder.Pair.Supplier.Id),
        Argument.Of("quarters", ArgumentKind.Number, holder.Quarters),
        Argument.Of("other", ArgumentKind.Number, holder.Pair.Score),
        Argument.Of("own", ArgumentKind.Number, pair.Score),
        Argument.Municipality("supplier", pair.Supplier.Id));

    private static Sentence InPlan(Guid supplierId, int quarters) => Sentence.Of(
        "whynot.in_plan", Argument.Municipality("supplier", supplierId), Argument.Of("quarters", ArgumentKind.Number, quarters));
}
