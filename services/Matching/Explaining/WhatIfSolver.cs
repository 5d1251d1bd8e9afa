using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Solving;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Explaining;

/// <summary>Searches with a pin, one question at a time and for a bounded amount of work: runs need the processors, too.</summary>
internal sealed class WhatIfSolver(ISolver solver, RunOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Searches once it is this question's turn.</summary>
    /// <exception cref="Refusal">503 search_failed: its process died.</exception>
    public async Task<Outcome> SolveAsync(Model model, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await solver.SolveAsync(model, new SolveRequest(options.WhatIfUnits), null, CancellationToken.None, cancellationToken);
        }
        catch (SolverCrashedException)
        {
            throw new Refusal(RefusalKind.Unavailable, "search_failed", "The search ended without a result. Try again; if it stays so, tell operations.");
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
