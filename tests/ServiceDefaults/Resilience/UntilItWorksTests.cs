using System.Collections.Concurrent;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.ServiceDefaults.Resilience;

public sealed class UntilItWorksTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentQueue<(TimeSpan Wait, string? Reason)> _waits = new();

    [Fact]
    public async Task Failures_are_outlasted_and_each_is_told_before_a_wait()
    {
        var tries = 0;

        var result = await UntilItWorks.Pipeline(Note, Short).ExecuteAsync(
            _ => ++tries < 4 ? throw new InvalidOperationException($"try {tries}") : ValueTask.FromResult(tries));

        Assert.Equal(4, result);
        Assert.Equal(["try 1", "try 2", "try 3"], _waits.Select(wait => wait.Reason));
        Assert.All(_waits, wait => Assert.InRange(wait.Wait, TimeSpan.Zero, Short));
    }

    [Fact]
    public async Task A_time_limit_of_the_work_itself_is_a_failure_like_any_other()
    {
        var tries = 0;

        await UntilItWorks.Pipeline(Note, Short).ExecuteAsync(
            _ => ++tries < 2 ? throw new OperationCanceledException() : ValueTask.CompletedTask);

        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task It_ends_when_the_caller_cancels()
    {
        using var ended = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await UntilItWorks.Pipeline(Note, Short).ExecuteAsync(
            async token =>
            {
                if (_waits.Count == 2)
                    await ended.CancelAsync();
                token.ThrowIfCancellationRequested();
                throw new InvalidOperationException("never");
            },
            ended.Token));

        Assert.Equal(2, _waits.Count);
    }

    [Fact]
    public async Task A_failure_while_the_caller_cancels_ends_as_a_cancellation()
    {
        using var ended = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await UntilItWorks.Pipeline(Note, Short).ExecuteAsync(
            async _ =>
            {
                await ended.CancelAsync();
                throw new InvalidOperationException("torn down");
            },
            ended.Token));
    }

    [Fact]
    public async Task Only_the_failures_that_are_meant_are_outlasted()
    {
        var tries = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await UntilItWorks
            .Pipeline(Note, Short, error => error is TimeoutException)
            .ExecuteAsync(ValueTask (_) => throw (++tries < 3 ? new TimeoutException() : new InvalidOperationException())));

        Assert.Equal((3, 2), (tries, _waits.Count));
    }

    private void Note(TimeSpan wait, string? reason) => _waits.Enqueue((wait, reason));
}
