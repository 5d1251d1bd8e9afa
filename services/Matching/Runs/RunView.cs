using System.Linq.Expressions;

namespace Kommunebro.Matching.Runs;

/// <summary>A run as the API shows it.</summary>
/// <param name="Id">The run.</param>
/// <param name="Version">Rises with each change, progress included.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="RequestedAt">When it was asked for (UTC).</param>
/// <param name="RequestedBy">Who asked for it, as in the audit.</param>
/// <param name="Units">Its budget in units of work.</param>
/// <param name="Seed">Where random choices start.</param>
/// <param name="StopAsked">Whether a person wanted the best plan so far.</param>
/// <param name="StartedAt">When its worker took it (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
/// <param name="Attempt">How often a worker took it.</param>
/// <param name="Progress">What the worker did last; null before the first step.</param>
/// <param name="InputsHash">Fingerprint of what was looked at.</param>
/// <param name="PlanHash">Fingerprint of the plan; equal plans have equal ones.</param>
/// <param name="Proposals">How many proposals came of it.</param>
/// <param name="Unmatched">How many needs it found nobody for.</param>
/// <param name="Optimal">Whether every goal is proven to be reached as far as it can be.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="Scenario">By which scenario: id@version, or the name of the built-in one.</param>
/// <param name="WhatIf">Only to look at: no proposals come of it.</param>
/// <param name="Repair">Not afresh: the plan in force, changed only where what it was made of has changed.</param>
public sealed record RunView(
    Guid Id,
    long Version,
    RunStatus Status,
    DateTimeOffset RequestedAt,
    string RequestedBy,
    double Units,
    long Seed,
    bool StopAsked,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    int Attempt,
    RunProgress? Progress,
    string? InputsHash,
    string? PlanHash,
    int Proposals,
    int Unmatched,
    bool Optimal,
    string? Failure,
    string? Scenario,
    bool WhatIf,
    bool Repair)
{
    private static readonly Func<MatchingRun, RunView> View = Columns.Compile();

    /// <summary>The view as columns of a query: it leaves out the plan, which is large.</summary>
    internal static Expression<Func<MatchingRun, RunView>> Columns => run => new RunView(
        run.Id, run.Version, run.Status, run.RequestedAt, run.RequestedBy, run.Units, run.Seed, run.StopAsked, run.StartedAt, run.FinishedAt, run.Attempt, run.Progress,
        run.InputsHash, run.PlanHash, run.Proposals, run.Unmatched, run.Optimal, run.Failure, run.Scenario, run.WhatIf, run.Repair);

    /// <summary>Whether nothing more will happen.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasEnded => Status is not (RunStatus.Queued or RunStatus.Running);

    /// <summary>The view of <paramref name="run"/>.</summary>
    public static RunView Of(MatchingRun run) => View(run);
}
