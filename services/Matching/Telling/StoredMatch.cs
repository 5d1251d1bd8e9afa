using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;

namespace Kommunebro.Matching.Telling;

/// <summary>A proposed pair, or one of a shortlist.</summary>
public sealed record StoredMatch(
    StoredParty Supplier,
    StoredNeed Need,
    string AreaCode,
    int PersonDays,
    bool PersonDaysAssumed,
    int Score,
    IReadOnlyList<CriterionScore> Criteria,
    Explanation Explanation,
    bool Illustrative)
{
    /// <summary>Keeps <paramref name="pair"/>.</summary>
    public static StoredMatch Of(Pair pair, LoadedProblem loaded) => new(
        StoredParty.Of(pair.Supplier.Id, loaded),
        StoredNeed.Of(pair.Need.Id, loaded),
        pair.Competence.AreaCode,
        pair.Need.Effort.Days,
        pair.Need.Effort.Assumed,
        pair.Score,
        pair.Breakdown,
        Explanation.Of(pair),
        loaded.Needs[pair.Need.Id].Illustrative || loaded.Offers[pair.Supplier.Id].Illustrative);
}
