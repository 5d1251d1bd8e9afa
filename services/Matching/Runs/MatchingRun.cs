using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Runs;

/// <summary>
/// One computation of a plan. Whichever worker is free takes it; one that dies loses its lease and another starts afresh.
/// The attempt is the fencing token: only the worker of the latest attempt can publish, so there is one result.
/// </summary>
public sealed class MatchingRun
{
    /// <summary>A run that was taken this often without an end is given up: the cause is likely the input.</summary>
    public const int MaxAttempts = 3;

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

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>How often a worker took it; the fencing token of the latest one.</summary>
    public int Attempt { get; private set; }

    /// <summary>Until when the worker holds it (UTC).</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>What the worker did last.</summary>
    public RunProgress? Progress { get; private set; }

    /// <summary>Fingerprint of what was looked at.</summary>
    public string? InputsHash { get; private set; }

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

    public static MatchingRun Request(DateTimeOffset now, string requestedBy, string? requestId = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        Version = 1,
        Status = RunStatus.Queued,
        RequestedAt = StoredTime.Of(now),
        RequestedBy = requestedBy,
        RequestId = requestId,
    };

    /// <summary>A worker takes it, and it is running; or it is given up and failed, when that happened too often.</summary>
    public void Take(DateTimeOffset now, TimeSpan lease)
    {
        Version++;
        if (Attempt == MaxAttempts)
        {
            End(RunStatus.Failed, now);
            Failure = $"It was taken {MaxAttempts} times, and no worker came to its end.";
            return;
        }

        Status = RunStatus.Running;
        Attempt++;
        StartedAt = now;
        LeaseUntil = now + lease;
        Progress = null;
    }

    /// <summary>The worker of <paramref name="attempt"/> says that it lives and how far it is.</summary>
    /// <returns>False when another has taken over; then it must stop.</returns>
    public bool Beat(int attempt, RunProgress? progress, DateTimeOffset now, TimeSpan lease)
    {
        if (!IsHeldBy(attempt))
            return false;
        Version++;
        LeaseUntil = now + lease;
        Progress = progress ?? Progress;
        return true;
    }

    /// <summary>The worker of <paramref name="attempt"/> publishes its plan; one that lost the run publishes nothing.</summary>
    public bool Complete(int attempt, StoredPlan plan, string inputsHash, DateTimeOffset now)
    {
        if (!IsHeldBy(attempt))
            return false;
        Version++;
        End(RunStatus.Completed, now);
        (Plan, PlanHash, InputsHash) = (plan, plan.Hash, inputsHash);
        (Unmatched, Optimal) = (plan.Unmatched.Count, plan.Optimal);
        return true;
    }

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

    /// <summary>The worker of <paramref name="attempt"/> found that there can be no plan.</summary>
    public bool Fail(int attempt, string reason, DateTimeOffset now)
    {
        if (!IsHeldBy(attempt))
            return false;
        Version++;
        End(RunStatus.Failed, now);
        Failure = reason;
        return true;
    }

    /// <summary>The worker of <paramref name="attempt"/> is shut down: the next one need not wait for the end of the lease.</summary>
    public bool Release(int attempt)
    {
        if (!IsHeldBy(attempt))
            return false;
        Version++;
        (Status, StartedAt, LeaseUntil, Progress) = (RunStatus.Queued, null, null, null);
        return true;
    }

    /// <summary>The plan of a completed run.</summary>
    /// <exception cref="Refusal">run_not_completed.</exception>
    public StoredPlan RequirePlan() => Plan ?? throw new Refusal(
        RefusalKind.Conflict, "run_not_completed", $"The run is {WireName.Of(Status)}; it has no plan.");

    private bool IsHeldBy(int attempt) => Status == RunStatus.Running && Attempt == attempt;

    private void End(RunStatus status, DateTimeOffset now)
    {
        Status = status;
        FinishedAt = now;
        LeaseUntil = null;
    }
}
