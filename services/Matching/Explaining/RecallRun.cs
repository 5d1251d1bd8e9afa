using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Explaining;

/// <summary>Fetches runs that are to be explained.</summary>
internal sealed class RecallRun(MatchingDb db, ProblemLoader problems, Caller caller)
{
    /// <summary>A completed run beside what is known now.</summary>
    /// <exception cref="Refusal">404 unknown_run; 409 run_not_completed; 503 read_model_not_ready.</exception>
    public async Task<RecalledRun> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await FindAsync(id, cancellationToken);
        var plan = run.RequirePlan();
        return new RecalledRun(run, plan, await problems.LoadRunAsync(run.Scenario, cancellationToken), await SightAsync(cancellationToken));
    }

    /// <summary>A run with its plan.</summary>
    /// <exception cref="Refusal">404 unknown_run; 409 run_not_completed.</exception>
    public async Task<MatchingRun> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) ?? throw GetRun.Unknown();
        run.RequirePlan();
        return run;
    }

    /// <summary>What the reader is told of needs.</summary>
    public Task<NeedSight> SightAsync(CancellationToken cancellationToken) => NeedSight.LoadAsync(db, caller, cancellationToken);
}
