namespace Kommunebro.Matching.Engine;

/// <summary>What the engine proposes. People decide what comes of it.</summary>
/// <param name="Matches">The proposed pairs, by supplier and then need, in the order of their ids.</param>
/// <param name="Unmatched">The needs that nobody is proposed for, in the order of their ids, each with the reason.</param>
/// <param name="Suppliers">Every supplier's share, in the order of their ids; those who got nothing with the reason.</param>
/// <param name="Stages">How far each goal is reached, and how far it could be at most.</param>
/// <param name="Hash">SHA-256 over the pairs in their order, lower-case hexadecimal: equal plans have equal hashes.</param>
/// <param name="Versions">By what the plan was made.</param>
public sealed record Plan(
    IReadOnlyList<Match> Matches,
    IReadOnlyList<UnmatchedNeed> Unmatched,
    IReadOnlyList<SupplierShare> Suppliers,
    IReadOnlyList<StageResult> Stages,
    string Hash,
    PlanVersions Versions)
{
    /// <summary>Whether every goal is proven to be reached as far as it can be.</summary>
    public bool Optimal => Stages.All(stage => stage.Optimal);

    /// <summary>The goal of total value: what is reached, its bound and gap.</summary>
    public StageResult Value => Stages.Single(stage => stage.Stage is ObjectiveStage.Value);
}

/// <summary>A proposed pair.</summary>
/// <param name="Pair">Who, whom, and why.</param>
/// <param name="PersonDays">Person-days that the supplier would give, overhead of the partnership not included.</param>
public sealed record Match(Pair Pair, int PersonDays);

/// <summary>By what a plan was made.</summary>
/// <param name="Engine">Version of the rules and criteria in the code.</param>
/// <param name="Scenario">Version of the scenario.</param>
/// <param name="Assumptions">Version of its assumptions.</param>
public sealed record PlanVersions(string Engine, string Scenario, string Assumptions)
{
    /// <summary>Raised whenever the same problem could give another plan.</summary>
    public const string CurrentEngine = "engine-1";

    internal static PlanVersions Of(Scenario scenario) => new(CurrentEngine, scenario.Version, scenario.Assumptions.Version);
}
