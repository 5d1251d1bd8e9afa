using System.Linq.Expressions;

namespace Kommunebro.Matching.Runs;

/// <summary>A run as the API shows it.</summary>
/// <param name="Id">The run.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="RequestedAt">When it was asked for (UTC).</param>
/// <param name="StartedAt">When its worker took it (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
/// <param name="Attempt">How often a worker took it.</param>
/// <param name="Progress">What the worker did last; null before the first step.</param>
/// <param name="InputsHash">Fingerprint of what was looked at.</param>
/// <param name="PlanHash">Fingerprint of the plan; equal plans have equal ones.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record RunView(
    Guid Id,
    RunStatus Status,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    int Attempt,
    RunProgress? Progress,
    string? InputsHash,
    string? PlanHash,
    string? Failure)
{
    private static readonly Func<MatchingRun, RunView> View = Columns.Compile();

    /// <summary>The view as columns of a query: it leaves out the plan, which is large.</summary>
    internal static Expression<Func<MatchingRun, RunView>> Columns => run => new RunView(
        run.Id, run.Status, run.RequestedAt, run.StartedAt, run.FinishedAt, run.Attempt, run.Progress, run.InputsHash, run.PlanHash, run.Failure);

    /// <summary>The view of <paramref name="run"/>.</summary>
    public static RunView Of(MatchingRun run) => View(run);
}
