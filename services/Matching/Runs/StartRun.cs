using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Runs;

/// <summary>Requests a run; a free worker takes it.</summary>
internal static class StartRun
{
    /// <summary>202 with the run's address. 503 read_model_not_ready while an owner has not been read yet.</summary>
    public static async Task<Accepted<RunView>> HandleAsync(
        HttpContext http, MatchingDb db, ProblemLoader problems, WakeUp<MatchingRun> signal, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Asked first, so that the caller hears it instead of a run that fails.
        await problems.RequireReadyAsync(cancellationToken);
        var run = MatchingRun.Request(clock.GetUtcNow());
        db.Add(run);
        db.Audit("run.request", "matching-run", run.Id.ToString(), null, new { run.Status });
        await db.SaveChangesAsync(cancellationToken);
        // With an Idempotency-Key the run is committed after this, but before the answer leaves.
        http.Response.OnStarting(() =>
        {
            signal.Raise();
            return Task.CompletedTask;
        });
        return TypedResults.Accepted($"/api/v1/matching-runs/{run.Id}", RunView.Of(run));
    }
}
