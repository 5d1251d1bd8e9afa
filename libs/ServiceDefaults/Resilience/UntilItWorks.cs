using Polly;
using Polly.Retry;

namespace Kommunebro.ServiceDefaults;

/// <summary>Tries again and again, with longer and longer waits, for work that the service cannot do without.</summary>
public static class UntilItWorks
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The pipeline that does so, until the work succeeds or the caller's token is cancelled. A cancellation that is not the
    /// caller's, such as a time limit of the work itself, is a failure like any other. The waits are in real time, double
    /// from 250 ms on, and are spread at random, so that replicas do not come back all at once.
    /// </summary>
    /// <param name="waits">Told before each wait: how long it is, and what failed.</param>
    /// <param name="longest">The longest wait; 15 s when null.</param>
    /// <param name="only">Which failures to outlast; all when null. Others go to the caller.</param>
    public static ResiliencePipeline Pipeline(
        Action<TimeSpan, string?> waits, TimeSpan? longest = null, Func<Exception, bool>? only = null) =>
        new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception is { } error
                    && !(error is OperationCanceledException && attempt.Context.CancellationToken.IsCancellationRequested)
                    && only?.Invoke(error) != false),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = longest ?? LongestWait,
                OnRetry = retry =>
                {
                    waits(retry.RetryDelay, retry.Outcome.Exception?.Message);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
}
