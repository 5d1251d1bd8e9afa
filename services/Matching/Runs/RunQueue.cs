using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>What a heartbeat finds.</summary>
internal enum RunHold
{
    /// <summary>The run is the worker's.</summary>
    Held,

    /// <summary>It is, and a person wants the best plan so far.</summary>
    StopAsked,

    /// <summary>Another worker has it, or it has ended.</summary>
    Lost,
}

/// <summary>
/// The runs as workers see them: whoever is free takes one, and only the worker of the latest attempt changes it. Each
/// change says whether it was made; when not, the run is no longer this worker's.
/// </summary>
internal sealed class RunQueue(IServiceScopeFactory scopes, RunOptions options, TimeProvider clock, WakeUp<MatchingRun> signal)
{
    /// <summary>Takes the oldest run that nobody works on; null when there is none.</summary>
    public async Task<MatchingRun?> TakeAsync(CancellationToken cancellationToken)
    {
        while (await TakeNextAsync(cancellationToken) is { } run)
            if (run.Status == RunStatus.Running)
                return run;
        return null;
    }

    /// <summary>Returns when a run was requested in this process, and at the latest when it is time to look.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => signal.WaitAsync(options.PollInterval, cancellationToken);

    /// <summary>The worker lives.</summary>
    public async Task<RunHold> BeatAsync(MatchingRun run, RunProgress? progress, CancellationToken cancellationToken)
    {
        var stopAsked = false;
        var isHeld = await ChangeAsync(
            run.Id,
            held =>
            {
                stopAsked = held.StopAsked;
                return held.Beat(run.Attempt, progress, clock.GetUtcNow(), options.Lease);
            },
            cancellationToken);
        return !isHeld ? RunHold.Lost : stopAsked ? RunHold.StopAsked : RunHold.Held;
    }

    /// <summary>The worker has the plan; with it the proposals are made, and those are told who wait for it.</summary>
    public Task<bool> CompleteAsync(MatchingRun run, StoredPlan plan, SeenInputs seen, CancellationToken cancellationToken) => ChangeAsync(
        run.Id,
        held => held.Complete(run.Attempt, plan, seen, clock.GetUtcNow()),
        cancellationToken,
        (services, held) => services.GetRequiredService<RunResult>().PublishAsync(held, plan, cancellationToken));

    /// <summary>The worker found that there can be no plan.</summary>
    public Task<bool> FailAsync(MatchingRun run, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(run.Id, held => held.Fail(run.Attempt, reason, clock.GetUtcNow()), cancellationToken);

    /// <summary>The worker stops.</summary>
    public Task<bool> ReleaseAsync(MatchingRun run, CancellationToken cancellationToken) =>
        ChangeAsync(run.Id, held => held.Release(run.Attempt), cancellationToken);

    /// <summary>The next run, taken or given up.</summary>
    private async Task<MatchingRun?> TakeNextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var run = await db.Runs
            .FromSql(
                $"""
                select * from matching_runs
                where status = 'Queued' or (status = 'Running' and lease_until < {now})
                order by requested_at, id
                limit 1
                for update skip locked
                """)
            .SingleOrDefaultAsync(cancellationToken);
        run?.Take(now, options.Lease);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return run;
    }

    private async Task<bool> ChangeAsync(
        Guid id,
        Func<MatchingRun, bool> change,
        CancellationToken cancellationToken,
        Func<IServiceProvider, MatchingRun, Task>? with = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Locked, so that a heartbeat and a result of one worker do not meet.
        var run = await db.Runs.FromSql($"select * from matching_runs where id = {id} for update").SingleAsync(cancellationToken);
        var isChanged = change(run);
        if (isChanged && with is not null)
            await with(scope.ServiceProvider, run);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isChanged;
    }
}
