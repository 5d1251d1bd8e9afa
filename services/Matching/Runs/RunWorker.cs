namespace Kommunebro.Matching.Runs;

/// <summary>Takes runs one after the other, as long as the host lives.</summary>
internal sealed partial class RunWorker(RunQueue queue, RunAttempt attempt, ILogger<RunWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await queue.TakeAsync(stoppingToken) is { } run)
                {
                    await attempt.WorkAsync(run, stoppingToken);
                    continue;
                }
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The lease brings the run back; what cannot be worked on at all is given up after a few attempts.
                Log.Trouble(logger, trouble);
            }

            await queue.WaitAsync(stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The worker met trouble")]
        public static partial void Trouble(ILogger logger, Exception trouble);
    }
}
