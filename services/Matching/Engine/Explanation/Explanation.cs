namespace Kommunebro.Matching.Engine;

/// <summary>What a person should know of a proposed pair, as sentences free of language; a <see cref="Narrator"/> tells them.</summary>
/// <param name="Summary">Why this may help you: who is good at what, and the strongest other reason.</param>
/// <param name="Conditions">What people must see to first.</param>
/// <param name="Assumptions">What is assumed and must be confirmed by a person.</param>
/// <param name="Missing">Codes of the criteria that could not be judged for want of data.</param>
public sealed record Explanation(
    IReadOnlyList<Sentence> Summary,
    IReadOnlyList<Sentence> Conditions,
    IReadOnlyList<Sentence> Assumptions,
    IReadOnlyList<string> Missing)
{
    // A reason that is less than half true does not persuade.
    private const int Persuasive = Criterion.Full / 2;

    internal static IReadOnlyList<Template> Templates { get; } =
    [
        new("summary.same",
            "{supplier} er {level} innen «{area}» og kan hjelpe {hromada} med {modes}.",
            "{supplier} може допомогти ({hromada}) за напрямом «{area}», рівень: {level}. Форми допомоги: {modes}.",
            "{supplier} is {level} in “{area}” and can help {hromada} with {modes}."),
        new("summary.related",
            "{supplier} er {level} innen «{area}», som er beslektet, og kan hjelpe {hromada} med {modes}.",
            "{supplier} може допомогти ({hromada}) за спорідненим напрямом «{area}», рівень: {level}. Форми допомоги: {modes}.",
            "{supplier} is {level} in “{area}”, a related area, and can help {hromada} with {modes}."),
        new("share.coordinates",
            "Behovet deles: {supplier} tar {quarters} av 4 deler, {days}, og koordinerer de andre.",
            "Потребу поділено: {supplier} бере {quarters} з 4 частин ({days}) і координує інших.",
            "The need is shared: {supplier} takes {quarters} of 4 parts, {days}, and coordinates the others."),
        new("share.joins",
            "Behovet deles: {supplier} tar {quarters} av 4 deler, {days}, sammen med andre.",
            "Потребу поділено: {supplier} бере {quarters} з 4 частин ({days}) разом з іншими.",
            "The need is shared: {supplier} takes {quarters} of 4 parts, {days}, together with others."),
    ];

    /// <summary>The explanation of <paramref name="pair"/>.</summary>
    public static Explanation Of(Pair pair)
    {
        var strongest = pair.Breakdown
            .Where(criterion => criterion.Code != CriterionCode.AreaFit && criterion.Weight > 0 && criterion.Raw >= Persuasive && !PriorTie.IsOwnBusiness(criterion.Reasons[^1]))
            .OrderByDescending(criterion => criterion.Raw)
            .ThenByDescending(criterion => criterion.Weight)
            .FirstOrDefault();
        return new Explanation(
            strongest is null ? [Opening(pair)] : [Opening(pair), strongest.Reasons[^1]],
            pair.Conditions,
            pair.Assumptions,
            [.. pair.Breakdown.Where(criterion => criterion.Missing).Select(criterion => criterion.Code)]);
    }

    /// <summary>With what is to be known of a share first; a whole need says nothing of it.</summary>
    public Explanation Sharing(Match match) => match.Quarters == Share.Whole ? this : this with
    {
        Conditions =
        [
            Sentence.Of(
                match.Coordinates ? "share.coordinates" : "share.joins",
                Argument.Municipality("supplier", match.Pair.Supplier.Id),
                Argument.Of("quarters", ArgumentKind.Number, match.Quarters),
                Argument.Of("days", ArgumentKind.PersonDays, match.PersonDays)),
            .. Conditions,
        ],
    };

    private static Sentence Opening(Pair pair) => Sentence.Of(
        pair.SameArea ? "summary.same" : "summary.related",
        Argument.Municipality("supplier", pair.Supplier.Id),
        Argument.Municipality("hromada", pair.Hromada.Id),
        Argument.Of("level", ArgumentKind.Level, pair.Competence.Level),
        Argument.Area("area", pair.Competence.AreaCode),
        Argument.Modes("modes", pair.Modes));
}
