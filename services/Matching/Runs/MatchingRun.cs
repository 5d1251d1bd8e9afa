using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Runs;

/// <summary>
/// One computation of a plan. Whichever worker is free takes it; one that dies loses its lease and another starts afresh.
/// The attempt is the fencing token: only the worker of the latest attempt can publish, so there is one result.
/// </summary>
public sealed partial class MatchingRun
{
    private MatchingRun()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public RunStatus Status { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Who asked for it, as in the audit; told when it is completed.</summary>
    public string RequestedBy { get; private set; } = "";

    /// <summary>Chosen by who asked, so that a second click starts no second run.</summary>
    public string? RequestId { get; private set; }

    /// <summary>Its budget in units of work.</summary>
    public double Units { get; private set; }

    /// <summary>Where random choices start; from 0.</summary>
    public long Seed { get; private set; }

    /// <summary>A person wants the best plan so far instead of waiting for the end of the budget.</summary>
    public bool StopAsked { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Fingerprint of what was looked at.</summary>
    public string? InputsHash { get; private set; }

    /// <summary>A short fingerprint of each supplier and need that was looked at; null until completed.</summary>
    public IReadOnlyDictionary<Guid, string>? Seen { get; private set; }

    /// <summary>Fingerprint of the plan.</summary>
    public string? PlanHash { get; private set; }

    /// <summary>The plan, free of language; null until completed.</summary>
    public StoredPlan? Plan { get; private set; }

    /// <summary>How many proposals came of it.</summary>
    public int Proposals { get; private set; }

    /// <summary>How many needs it found nobody for.</summary>
    public int Unmatched { get; private set; }

    /// <summary>Whether every goal is proven to be reached as far as it can be.</summary>
    public bool Optimal { get; private set; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; private set; }

    public static MatchingRun Request(DateTimeOffset now, string requestedBy, double units, long seed, string? requestId = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        Version = 1,
        Status = RunStatus.Queued,
        RequestedAt = StoredTime.Of(now),
        RequestedBy = requestedBy,
        RequestId = requestId,
        Units = units,
        Seed = seed,
    };

    /// <summary>Notes how many proposals came of the plan.</summary>
    public void Proposed(int proposals) => Proposals = proposals;

    /// <summary>A person stops it; its worker hears of it at the next heartbeat.</summary>
    /// <exception cref="Refusal">Conflict run_ended.</exception>
    public void Cancel(DateTimeOffset now)
    {
        if (Status is not (RunStatus.Queued or RunStatus.Running))
            throw new Refusal(RefusalKind.Conflict, "run_ended", $"The run is {WireName.Of(Status)}; there is nothing to stop.");
        Version++;
        End(RunStatus.Cancelled, now);
    }

    /// <summary>A person wants the best plan so far; its worker hears of it at the next heartbeat.</summary>
    /// <exception cref="Refusal">Conflict run_not_running.</exception>
    public void AskToStop()
    {
        if (Status is not RunStatus.Running)
            throw new Refusal(RefusalKind.Conflict, "run_not_running", $"The run is {WireName.Of(Status)}; there is no plan to keep yet.");
        if (StopAsked)
            return;
        Version++;
        StopAsked = true;
    }

    /// <summary>The plan of a completed run.</summary>
    /// <exception cref="Refusal">run_not_completed.</exception>
    public StoredPlan RequirePlan() => Plan ?? throw new Refusal(
        RefusalKind.Conflict, "run_not_completed", $"The run is {WireName.Of(Status)}; it has no plan.");

    private void End(RunStatus status, DateTimeOffset now)
    {
        Status = status;
        FinishedAt = now;
        LeaseUntil = null;
    }
}
