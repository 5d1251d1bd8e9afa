using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Runs;

/// <summary>Ends the search of a running run early: its best plan so far becomes the result.</summary>
internal sealed class StopRun(RunChange changes)
{
    /// <summary>Does it; asked for again, it changes nothing.</summary>
    /// <exception cref="Refusal">404 unknown_run; 409 run_not_running.</exception>
    public Task<RunView> RunAsync(Guid id, CancellationToken cancellationToken) =>
        changes.RunAsync(id, "run.stop", run => run.AskToStop(), cancellationToken);
}
