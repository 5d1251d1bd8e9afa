using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Telling;

/// <summary>Puts matches into words of one language.</summary>
/// <param name="names">The names that sentences mention.</param>
/// <param name="language">nb, uk or en.</param>
/// <param name="sight">What the reader is told of needs.</param>
internal sealed class Teller(NameBook names, string language, NeedSight sight)
{
    private readonly Narrator _narrator = new(names, language);

    public MatchView Tell(StoredMatch match) => new(
        Tell(match.Supplier),
        Tell(match.Need),
        Area(match.AreaCode),
        match.Quarters,
        match.Coordinates,
        match.PersonDays,
        match.PersonDaysAssumed,
        match.Score,
        Tell(match.Criteria),
        Why(match),
        Tell(match.Explanation.Conditions),
        Tell(match.Explanation.Assumptions),
        match.Illustrative);

    /// <summary>What each criterion gives.</summary>
    public IReadOnlyList<CriterionView> Tell(IReadOnlyList<CriterionScore> criteria) =>
    [
        .. criteria.Select(criterion => new CriterionView(
            criterion.Code,
            Phrasebook.Find($"criterion.{criterion.Code}").In(language),
            criterion.Points,
            criterion.MaxPoints,
            criterion.Missing,
            Tell(criterion.Reasons))),
    ];

    /// <summary>Why this may help.</summary>
    public string Why(StoredMatch match) => string.Join(' ', Tell(match.Explanation.Summary));

    public NeedView Tell(StoredNeed need)
    {
        var isMasked = !sight.TellsTitle(need);
        return new NeedView(
            need.Id,
            Tell(need.Hromada),
            isMasked ? null : need.Title.In(language),
            Area(need.AreaCode),
            need.Urgency,
            need.Illustrative,
            isMasked ? ["title"] : []);
    }

    public PartyView Tell(StoredParty party) =>
        new(party.Code, party.Names.In(language), party.Region.In(language), party.Category);

    public IReadOnlyList<string> Tell(IReadOnlyList<Sentence> sentences) => [.. sentences.Select(_narrator.Tell)];

    private NamedCode Area(string code) => new(code, names.Areas[code].In(language));
}
