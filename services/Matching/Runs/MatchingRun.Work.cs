using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Runs;

/// <content>What its workers do with it.</content>
public sealed partial class MatchingRun
{
    /// <summary>A run that was taken this often without an end is given up: the cause is likely the input.</summary>
    public const int MaxAttempts = 3;

    /// <summary>How often a worker took it; the fencing token of the latest one.</summary>
    public int Attempt { get; private set; }

    /// <summary>Until when the worker holds it (UTC).</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>What the worker did last.</summary>
    public RunProgress? Progress { get; private set; }

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
    public bool Complete(int attempt, StoredPlan plan, SeenInputs seen, DateTimeOffset now)
    {
        if (!IsHeldBy(attempt))
            return false;
        Version++;
        End(RunStatus.Completed, now);
        (Plan, PlanHash, InputsHash, Seen) = (plan, plan.Hash, seen.Hash, seen.Prints);
        (Unmatched, Optimal) = (plan.Unmatched.Count, plan.Optimal);
        return true;
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

    private bool IsHeldBy(int attempt) => Status == RunStatus.Running && Attempt == attempt;
}
