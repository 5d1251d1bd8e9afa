using System.Net;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Idempotency;

public sealed class IdempotencyRaceTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ThingsService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ThingsService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(ThingsService.Body)]
    [InlineData("""{ "name": "pipe" }""")]
    public async Task While_the_first_request_runs_a_second_one_of_its_key_is_told_so(string body)
    {
        HoldTheFirst();
        var running = _service.PostAsync("k1");
        await _entered.Task;

        using (var second = await _service.PostAsync("k1", body))
        {
            var problem = await ToldProblem.ReadAsync(second, HttpStatusCode.Conflict);
            Assert.Equal("request_in_progress", problem.Code);
            Assert.Equal("Idempotency-Key", Assert.Single(problem.Errors).Field);
        }

        _released.SetResult();
        using var first = await running;
        using var third = await _service.PostAsync("k1");
        await Repeated.FirstAsync(first);
        await Repeated.AssertSameAsync(first, third);
        Assert.Equal(1, await _service.ThingsAsync());
    }

    [Fact]
    public async Task Another_key_does_not_wait_for_a_running_request()
    {
        HoldTheFirst();
        var running = _service.PostAsync("k1");
        await _entered.Task;
        _service.Interlude.RunAsync = (_, _) => Task.CompletedTask;

        using var other = await _service.PostAsync("k2");

        await Repeated.FirstAsync(other);
        _released.SetResult();
        using var first = await running;
        await Repeated.FirstAsync(first);
        Assert.Equal(2, await _service.ThingsAsync());
    }

    [Fact]
    public async Task A_caller_that_goes_away_leaves_its_key_free()
    {
        HoldTheFirst();
        using var leaving = new CancellationTokenSource();
        var running = _service.PostAsync("k1", cancellationToken: leaving.Token);
        await _entered.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        _service.Interlude.RunAsync = (_, _) => Task.CompletedTask;

        using var next = await PostUntilFreeAsync();

        await Repeated.FirstAsync(next);
        Assert.Equal(1, await _service.ThingsAsync());
    }

    [Fact]
    public async Task Twenty_at_once_make_exactly_one_thing()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _service.PostAsync("k1")));

        var made = new List<string>();
        foreach (var answer in answers)
        {
            if (answer.StatusCode == HttpStatusCode.Created)
                made.Add(await answer.Content.ReadAsStringAsync());
            else
                Assert.Equal("request_in_progress", (await ToldProblem.ReadAsync(answer, HttpStatusCode.Conflict)).Code);
            answer.Dispose();
        }

        Assert.Single(made.Distinct(StringComparer.Ordinal));
        Assert.Equal(made.Count - 1, answers.Count(answer => answer.IsReplayed()));
        Assert.Equal(1, await _service.ThingsAsync());
        Assert.Equal(1, await _service.KeysAsync());
    }

    private void HoldTheFirst() => _service.Interlude.RunAsync = async (_, cancellationToken) =>
    {
        _entered.SetResult();
        await _released.Task.WaitAsync(cancellationToken);
    };

    /// <summary>The server hears of a caller that left with a delay.</summary>
    private async Task<HttpResponseMessage> PostUntilFreeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var answer = await _service.PostAsync("k1", cancellationToken: patience.Token);
            if (answer.StatusCode != HttpStatusCode.Conflict)
                return answer;
            answer.Dispose();
            await Task.Delay(20, patience.Token);
        }
    }
}
