using System.Text.Json;
using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Messaging;

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
    bool Illustrative,
    int Quarters = Share.Whole,
    bool Coordinates = true)
{
    /// <summary>
    /// Whether it asks the same of both sides as <paramref name="other"/>, so that who approved one has approved the other: the need as it
    /// is, the same part of it, the same days, and the same to be seen to first. Scores may differ.
    /// </summary>
    public bool AsksTheSameAs(StoredMatch other) =>
        (Supplier.Id, Need.Id, Need.Version, AreaCode, PersonDays, PersonDaysAssumed, Quarters, Coordinates)
            == (other.Supplier.Id, other.Need.Id, other.Need.Version, other.AreaCode, other.PersonDays, other.PersonDaysAssumed, other.Quarters, other.Coordinates)
        && JsonSerializer.Serialize(Explanation.Conditions, MessageJson.Options) == JsonSerializer.Serialize(other.Explanation.Conditions, MessageJson.Options);

    /// <summary>Keeps <paramref name="match"/>.</summary>
    public static StoredMatch Of(Match match, LoadedProblem loaded)
    {
        var whole = Of(match.Pair, loaded);
        return whole with
        {
            PersonDays = match.PersonDays,
            Quarters = match.Quarters,
            Coordinates = match.Coordinates,
            Explanation = whole.Explanation.Sharing(match),
        };
    }

    /// <summary>Keeps <paramref name="pair"/>, with the whole need.</summary>
    public static StoredMatch Of(Pair pair, LoadedProblem loaded) => new(
        StoredParty.Of(pair.Supplier.Id, loaded),
        StoredNeed.Of(pair.Need.Id, loaded),
        pair.Competence.AreaCode,
        pair.Need.Effort.Days,
        pair.Need.Effort.Assumed,
        pair.Score,
        pair.Breakdown,
        ExplanationOf(pair, loaded),
        loaded.Needs[pair.Need.Id].Illustrative || loaded.Offers[pair.Supplier.Id].Illustrative);

    // A pair with an occupied hromada is one that a person opened: that is said first, and not that there is fighting.
    private static Explanation ExplanationOf(Pair pair, LoadedProblem loaded)
    {
        var explanation = Explanation.Of(pair);
        var hromada = loaded.Problem.HromadaById[pair.Hromada.Id];
        if (!TerritoryOpening.IsOccupied(hromada))
            return explanation;
        var occupied = Sentence.Of(
            $"rule.occupied_territory.{WireName.Of(hromada.TerritoryCoverage)}", Argument.Municipality("hromada", hromada.Id));
        return explanation with
        {
            Conditions = [occupied, .. explanation.Conditions.Where(condition => !condition.Key.StartsWith("rule.hostilities.", StringComparison.Ordinal))],
        };
    }
}
