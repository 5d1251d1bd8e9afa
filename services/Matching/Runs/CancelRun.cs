using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>Stops a run that is queued or running.</summary>
internal sealed class CancelRun(MatchingDb db, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">404 unknown_run; 409 run_ended.</exception>
    public async Task<RunView> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        // Locked, so that it does not meet a heartbeat or the result.
        var run = await db.Runs.FromSql($"select * from matching_runs where id = {id} for update").SingleOrDefaultAsync(cancellationToken)
            ?? throw GetRun.Unknown();
        var before = new { run.Status };
        run.Cancel(clock.Now());
        db.Audit("run.cancel", "matching-run", run.Id.ToString(), before, new { run.Status });
        await db.SaveChangesAsync(cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return RunView.Of(run);
    }
}
