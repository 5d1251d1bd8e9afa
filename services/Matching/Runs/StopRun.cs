using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>Ends the search of a running run early: its best plan so far becomes the result.</summary>
internal sealed class StopRun(MatchingDb db)
{
    /// <summary>Does it; asked for again, it changes nothing.</summary>
    /// <exception cref="Refusal">404 unknown_run; 409 run_not_running.</exception>
    public async Task<RunView> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        // Locked, so that it does not meet a heartbeat or the result.
        var run = await db.Runs.FromSql($"select * from matching_runs where id = {id} for update").SingleOrDefaultAsync(cancellationToken)
            ?? throw GetRun.Unknown();
        var before = new { run.StopAsked };
        run.AskToStop();
        if (!before.StopAsked)
            db.Audit("run.stop", "matching-run", run.Id.ToString(), before, new { run.StopAsked });
        await db.SaveChangesAsync(cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return RunView.Of(run);
    }
}
