using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Solving;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Runs;

/// <summary>Makes a plan of what is known now: afresh, or by a repair of the one in force.</summary>
internal sealed class RunSolver(IServiceScopeFactory scopes, ISolver solver)
{
    public async Task<(StoredPlan Plan, SeenInputs Seen)> SolveAsync(
        MatchingRun run, LatestProgress progress, CancellationToken stop, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<ProblemLoader>().LoadRunAsync(run.Scenario, cancellationToken);
        var model = await ModelAsync(scope.ServiceProvider.GetRequiredService<PinNames>(), loaded, cancellationToken);
        progress.Found(model.Candidates.Count);
        var seen = SeenInputs.Of(loaded);
        var plan = run.Repair
            ? (await scope.ServiceProvider.GetRequiredService<FindChange>().SinceAsync(run.Id, loaded, seen, cancellationToken)).Repair(model)
            : PlanBuilder.Build(
                model, await solver.SolveAsync(model.Model, new SolveRequest(run.Units, (ulong)run.Seed), progress, stop, cancellationToken));
        return (StoredPlan.Of(plan, loaded) with { Figures = StoredFigures.Of(model.Candidates, plan, loaded) }, seen);
    }

    private static async Task<ProblemModel> ModelAsync(PinNames names, LoadedProblem loaded, CancellationToken cancellationToken)
    {
        if (loaded.LostPins.Count > 0)
            throw await names.LostAsync(loaded, cancellationToken);
        try
        {
            return new ProblemModel(CandidateSet.Of(loaded.Problem, cancellationToken));
        }
        catch (InvalidProblemException refused) when (refused.Pins.Count > 0)
        {
            throw await names.NamedAsync(refused, loaded, cancellationToken);
        }
    }
}
