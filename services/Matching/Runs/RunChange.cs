using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>What the steps of people on a run have in common: find it, do the step, audit, save.</summary>
internal sealed class RunChange(MatchingDb db)
{
    /// <summary>Does <paramref name="step"/> and stores all of it together.</summary>
    /// <exception cref="Refusal">404 unknown_run; what the step refuses.</exception>
    public async Task<RunView> RunAsync(Guid id, string action, Action<MatchingRun> step, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        // Locked, so that it does not meet a heartbeat or the result.
        var run = await db.Runs.FromSql($"select * from matching_runs where id = {id} for update").SingleOrDefaultAsync(cancellationToken)
            ?? throw GetRun.Unknown();
        var (version, before) = (run.Version, StateOf(run));
        step(run);
        // Asked for again, a step changes nothing.
        if (run.Version != version)
            db.Audit(action, "matching-run", run.Id.ToString(), before, StateOf(run));
        await db.SaveChangesAsync(cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return RunView.Of(run);
    }

    private static object StateOf(MatchingRun run) => new { run.Status, run.StopAsked };
}
