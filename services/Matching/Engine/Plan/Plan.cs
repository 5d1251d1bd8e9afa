namespace Kommunebro.Matching.Engine;

/// <summary>What the engine proposes. People decide what comes of it.</summary>
/// <param name="Matches">The proposed shares, by supplier and then need, in the order of their ids.</param>
/// <param name="Unmatched">The needs that are not covered, in the order of their ids, each with the reason.</param>
/// <param name="Suppliers">Every supplier's share, in the order of their ids; those who got nothing with the reason.</param>
/// <param name="Stages">How far each goal is reached, and how far it could be at most.</param>
/// <param name="Fairness">What fairness cost.</param>
/// <param name="Hash">SHA-256 over the shares in their order, lower-case hexadecimal: equal plans have equal hashes.</param>
/// <param name="Versions">By what the plan was made.</param>
/// <param name="Work">Units of work that it took.</param>
public sealed record Plan(
    IReadOnlyList<Match> Matches,
    IReadOnlyList<UnmatchedNeed> Unmatched,
    IReadOnlyList<SupplierShare> Suppliers,
    IReadOnlyList<StageResult> Stages,
    PriceOfFairness? Fairness,
    string Hash,
    PlanVersions Versions,
    double Work)
{
    /// <summary>Whether every goal is proven to be reached as far as it can be.</summary>
    public bool Optimal => Stages.All(stage => stage.Optimal);

    /// <summary>The goal of total value: what is reached, its bound and gap.</summary>
    public StageResult Value => Stages.Single(stage => stage.Stage is ObjectiveStage.Value);
}

/// <summary>A proposed share of a need.</summary>
/// <param name="Pair">Who, whom, and why.</param>
/// <param name="Quarters">1 to 4 quarters of the need.</param>
/// <param name="PersonDays">Person-days that the supplier would give, overhead of the partnership not included.</param>
/// <param name="Coordinates">Whether the supplier takes the need alone, or coordinates those who share it.</param>
/// <param name="IsPinned">Whether a coordinator said that it must be.</param>
public sealed record Match(Pair Pair, int Quarters, int PersonDays, bool Coordinates, bool IsPinned)
{
    /// <summary>Value points of the share, before what the partnership costs.</summary>
    public long Value => Share.Value(Pair.Value, Quarters);

    /// <summary>Whether others would meet the rest of the need.</summary>
    public bool IsPart => Quarters < Share.Whole;
}

/// <summary>How much value the plan gives up for the fairness stages.</summary>
/// <param name="Found">Against the best plan that was found without regard to them; below 0 when that one was worse.</param>
/// <param name="AtMost">Against every plan.</param>
public sealed record PriceOfFairness(long Found, long AtMost);

/// <summary>By what a plan was made.</summary>
/// <param name="Engine">Version of the rules and criteria in the code.</param>
/// <param name="Scenario">Version of the scenario.</param>
/// <param name="Assumptions">Version of its assumptions.</param>
public sealed record PlanVersions(string Engine, string Scenario, string Assumptions)
{
    /// <summary>Raised whenever the same problem could give another plan.</summary>
    public const string CurrentEngine = "engine-2";

    internal static PlanVersions Of(Scenario scenario) => new(CurrentEngine, scenario.Version, scenario.Assumptions.Version);
}
