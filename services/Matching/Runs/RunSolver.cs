using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Solving;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Runs;

/// <summary>Makes a plan of what is known now.</summary>
internal sealed class RunSolver(IServiceScopeFactory scopes, ISolver solver)
{
    public async Task<(StoredPlan Plan, string InputsHash)> SolveAsync(
        MatchingRun run, LatestProgress progress, CancellationToken stop, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<ProblemLoader>().LoadAsync(cancellationToken);
        var model = new ProblemModel(CandidateSet.Of(loaded.Problem, cancellationToken));
        progress.Found(model.Candidates.All.Length);
        var outcome = await solver.SolveAsync(model.Model, new SolveRequest(run.Units, (ulong)run.Seed), progress, stop, cancellationToken);
        return (StoredPlan.Of(PlanBuilder.Build(model, outcome), loaded), loaded.InputsHash);
    }
}
