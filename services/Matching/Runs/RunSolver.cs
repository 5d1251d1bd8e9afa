using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Runs;

/// <summary>Makes a plan of what is known now.</summary>
internal sealed class RunSolver(IServiceScopeFactory scopes, MatchingEngine engine)
{
    public async Task<(StoredPlan Plan, string InputsHash)> SolveAsync(LatestProgress progress, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<ProblemLoader>().LoadAsync(cancellationToken);
        // The solver blocks its thread, and the heartbeat must not wait for it.
        var plan = await Task.Run(() => engine.Run(loaded.Problem, WorkBudget.Default, progress, cancellationToken), cancellationToken);
        return (StoredPlan.Of(plan, loaded), loaded.InputsHash);
    }
}
