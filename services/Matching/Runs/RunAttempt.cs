using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Solving;

namespace Kommunebro.Matching.Runs;

/// <summary>One worker's work on one run: keeps the lease while the engine works, and publishes the plan.</summary>
internal sealed partial class RunAttempt(RunQueue queue, RunSolver solver, Heartbeat heartbeat, ILogger<RunAttempt> logger)
{
    public async Task WorkAsync(MatchingRun run, CancellationToken stoppingToken)
    {
        Log.Taken(logger, run.Id, run.Attempt);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var stop = new CancellationTokenSource();
        var progress = new LatestProgress();
        var beating = heartbeat.BeatAsync(run, progress, stop, work);
        try
        {
            var (plan, seen) = await solver.SolveAsync(run, progress, stop.Token, work.Token);
            var isPublished = await queue.CompleteAsync(run, plan, seen, stoppingToken);
            Log.Ended(logger, run.Id, isPublished ? "completed" : "lost to another worker");
        }
        catch (Exception refused) when (refused is InvalidProblemException or OverflowException)
        {
            await queue.FailAsync(run, refused.Message, stoppingToken);
            Log.Failed(logger, run.Id, refused.Message);
        }
        catch (SolverCrashedException crashed)
        {
            Log.Crashed(logger, run.Id, crashed.Message);
            await queue.ReleaseAsync(run, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await queue.ReleaseAsync(run, CancellationToken.None);
            Log.Ended(logger, run.Id, "left to another worker");
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            Log.Ended(logger, run.Id, "lost to another worker");
        }
        finally
        {
            await work.CancelAsync();
            await beating;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} taken, attempt {Attempt}")]
        public static partial void Taken(ILogger logger, Guid run, int attempt);

        [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} {Outcome}")]
        public static partial void Ended(ILogger logger, Guid run, string outcome);

        [LoggerMessage(Level = LogLevel.Error, Message = "The search of run {Run} crashed: {Reason}")]
        public static partial void Crashed(ILogger logger, Guid run, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} failed: {Reason}")]
        public static partial void Failed(ILogger logger, Guid run, string reason);
    }
}
