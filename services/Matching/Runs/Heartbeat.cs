namespace Kommunebro.Matching.Runs;

/// <summary>Says that the worker of a run lives, as long as it works on it.</summary>
internal sealed partial class Heartbeat(RunQueue queue, RunOptions options, TimeProvider clock, ILogger<Heartbeat> logger)
{
    // Some may fail before the lease runs out.
    private const int BeatsPerLease = 6;

    // People look at how far it is, and wait for it to stop.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Beats until <paramref name="work"/> is cancelled.</summary>
    /// <param name="run">The run.</param>
    /// <param name="progress">What is told of it.</param>
    /// <param name="stop">Cancelled when a person wants the best plan so far.</param>
    /// <param name="work">Cancelled when another worker has the run.</param>
    public async Task BeatAsync(MatchingRun run, LatestProgress progress, CancellationTokenSource stop, CancellationTokenSource work)
    {
        var rhythm = options.Lease / BeatsPerLease;
        using var timer = new PeriodicTimer(rhythm < Longest ? rhythm : Longest, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(work.Token))
            {
                var held = await HoldAsync(run, progress, work.Token);
                if (held is RunHold.Lost) await work.CancelAsync();
                if (held is RunHold.StopAsked) await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            // The work is over, or lost.
        }
    }

    private async Task<RunHold> HoldAsync(MatchingRun run, LatestProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await queue.BeatAsync(run, progress.Value, cancellationToken);
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody may have taken the run yet: the next beat or the result itself finds out.
            Log.Missed(logger, trouble, run.Id);
            return RunHold.Held;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A heartbeat of run {Run} failed")]
        public static partial void Missed(ILogger logger, Exception trouble, Guid run);
    }
}
