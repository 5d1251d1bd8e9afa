namespace Kommunebro.Matching.Runs;

/// <summary>Says that the worker of a run lives, as long as it works on it.</summary>
internal sealed partial class Heartbeat(RunQueue queue, RunOptions options, TimeProvider clock, ILogger<Heartbeat> logger)
{
    // Some may fail before the lease runs out.
    private const int BeatsPerLease = 6;

    /// <summary>Beats until <paramref name="work"/> is cancelled, and cancels it when another worker has the run.</summary>
    public async Task BeatAsync(MatchingRun run, LatestProgress progress, CancellationTokenSource work)
    {
        using var timer = new PeriodicTimer(options.Lease / BeatsPerLease, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(work.Token))
                if (!await MayGoOnAsync(run, progress, work.Token))
                    await work.CancelAsync();
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            // The work is over, or lost.
        }
    }

    private async Task<bool> MayGoOnAsync(MatchingRun run, LatestProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await queue.BeatAsync(run, progress.Value, cancellationToken);
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody may have taken the run yet: the next beat or the result itself finds out.
            Log.Missed(logger, trouble, run.Id);
            return true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A heartbeat of run {Run} failed")]
        public static partial void Missed(ILogger logger, Exception trouble, Guid run);
    }
}
