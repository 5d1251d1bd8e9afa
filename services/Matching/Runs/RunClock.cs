using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Runs;

/// <summary>Looks now and then whether a run is due that nobody asks for: the nightly one, or a repair after a change.</summary>
internal sealed partial class RunClock(
    IServiceScopeFactory scopes, RunOptions options, WakeUp<MatchingRun> signal, TimeProvider clock, ILogger<RunClock> logger) : BackgroundService
{
    private string? _look;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.LookInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Later(logger, error.Message);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (options.NightlyAt is not null)
        {
            await using var night = scopes.CreateAsyncScope();
            Wake(await night.ServiceProvider.GetRequiredService<ScheduledRuns>().NightlyAsync(cancellationToken));
        }

        if (!options.Repair)
            return;
        await using var scope = scopes.CreateAsyncScope();
        (_look, var run) = await scope.ServiceProvider.GetRequiredService<ScheduledRuns>().RepairAsync(_look, cancellationToken);
        Wake(run);
    }

    private void Wake(MatchingRun? run)
    {
        if (run?.Status == RunStatus.Queued)
            signal.Raise();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot look for runs that are due: {Reason}")]
        public static partial void Later(ILogger logger, string reason);
    }
}
