using System.Text.Json.Serialization;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;

namespace Kommunebro.Matching.Telling;

/// <summary>A plan as it is kept: free of language, with the names of that day, so that it can be told in any language later.</summary>
/// <param name="Matches">The proposed pairs.</param>
/// <param name="Unmatched">The needs without a pair.</param>
/// <param name="Idle">The suppliers without a pair.</param>
/// <param name="Stages">How far each goal was reached.</param>
/// <param name="Hash">Fingerprint of the pairs.</param>
/// <param name="Versions">By what it was made.</param>
/// <param name="Names">Names of everything that is mentioned.</param>
/// <param name="Figures">The plan in figures; null for plans that were made before they were kept.</param>
public sealed record StoredPlan(
    IReadOnlyList<StoredMatch> Matches,
    IReadOnlyList<StoredUnmatched> Unmatched,
    IReadOnlyList<StoredIdle> Idle,
    IReadOnlyList<StoredStage> Stages,
    string Hash,
    PlanVersions Versions,
    NameBook Names,
    StoredFigures? Figures = null)
{
    /// <summary>Whether every goal is proven to be reached as far as it can be.</summary>
    [JsonIgnore]
    public bool Optimal => Stages.All(stage => stage.Reached + stage.GivenUp == stage.Bound);

    /// <summary>Keeps <paramref name="plan"/>.</summary>
    public static StoredPlan Of(Plan plan, LoadedProblem loaded) => new(
        [.. plan.Matches.Select(match => StoredMatch.Of(match, loaded))],
        [.. plan.Unmatched.Select(unmatched => new StoredUnmatched(StoredNeed.Of(unmatched.Need.Id, loaded), unmatched.Reasons))],
        [.. plan.Suppliers.Where(share => share.Needs == 0)
            .Select(share => new StoredIdle(StoredParty.Of(share.Supplier.Id, loaded), share.IdleReasons))],
        [.. plan.Stages.Select(stage => new StoredStage(stage.Stage, stage.Reached, stage.Bound, stage.Level, stage.GivenUp))],
        plan.Hash,
        plan.Versions,
        NameBook.Of(loaded.Problem));
}

/// <summary>A need that nobody is proposed for.</summary>
public sealed record StoredUnmatched(StoredNeed Need, IReadOnlyList<Sentence> Reasons);

/// <summary>A supplier that nothing is proposed for.</summary>
public sealed record StoredIdle(StoredParty Supplier, IReadOnlyList<Sentence> Reasons);

/// <summary>How far a goal was reached.</summary>
/// <param name="Stage">Which goal.</param>
/// <param name="Reached">What the plan reaches.</param>
/// <param name="Bound">What no plan that keeps the goals before can exceed.</param>
/// <param name="Level">1 to 3 for the least, the second and the third least covered group; 0 for other goals.</param>
/// <param name="GivenUp">What was possible beyond that, and is given up within the scenario's tolerance for the sake of later goals.</param>
public sealed record StoredStage(ObjectiveStage Stage, long Reached, long Bound, int Level = 0, long GivenUp = 0);
