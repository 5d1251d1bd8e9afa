using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Runs;

/// <summary>Ends a run that is queued or running, without a plan.</summary>
internal sealed class CancelRun(RunChange changes, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">404 unknown_run; 409 run_ended.</exception>
    public Task<RunView> RunAsync(Guid id, CancellationToken cancellationToken) =>
        changes.RunAsync(id, "run.cancel", run => run.Cancel(clock.Now()), cancellationToken);
}
