using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Solving;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Engine.Search;
using Kommunebro.Tests.Matching.Hosting;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Matching.Solving;

public sealed class SolverProcessTests : IDisposable
{
    private static readonly Model Small = RandomModels.Of(suppliers: 6, hromadas: 6, needs: 12).Generate(new PCG(1), null, out _);

    // Too large to be proven in the time that a test waits.
    private static readonly Model Large = RandomModels.Of(suppliers: 60, hromadas: 80, needs: 300, shared: false).Generate(new PCG(1), null, out _);

    private readonly RecordedLogs _logs = new();
    private readonly LoggerFactory _loggers;
    private readonly SolverProcess _solver;

    public SolverProcessTests()
    {
        _loggers = new LoggerFactory([_logs]);
        _solver = new SolverProcess(_loggers.CreateLogger<SolverProcess>());
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task A_process_of_its_own_finds_the_same_plan_bit_for_bit()
    {
        var request = new SolveRequest(Units: 5, Seed: 7);
        var (there, here) = (await SolveAsync(Small, request), await new InlineSolver().SolveAsync(Small, request, null, default, default));
        Assert.Equal(here.Shares, there.Shares);
        Assert.Equal(here.Stages, there.Stages);
        Assert.Equal(here.Certificate.Bound, there.Certificate.Bound);
        Assert.Equal(here.Certificate.Prices.NeedQuarter, there.Certificate.Prices.NeedQuarter);
        Assert.NotEmpty(there.Shares);
    }

    [Fact]
    public async Task It_tells_how_far_it_is_and_stops_with_the_best_so_far()
    {
        using var stop = new CancellationTokenSource();
        var told = new List<SearchProgress>();
        var outcome = await SolveAsync(Large, new SolveRequest(Units: 100_000), new Listener(told, () => stop.Cancel()), stop.Token);
        Assert.NotEmpty(outcome.Shares);
        Assert.Contains(told, progress => progress.Bound is not null);
        Assert.All(outcome.Stages, stage => Assert.True(stage.Reached <= stage.Bound));
    }

    [Fact]
    public async Task A_process_that_is_killed_is_told_as_a_crash()
    {
        var solving = SolveAsync(Large, new SolveRequest(Units: 100_000));
        using var process = await StartedAsync();
        process.Kill();
        var crash = await Assert.ThrowsAsync<SolverCrashedException>(() => solving);
        Assert.Contains("137", crash.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_leaves_no_process_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var solving = SolveAsync(Large, new SolveRequest(Units: 100_000), cancellationToken: cancellation.Token);
        using var process = await StartedAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => solving);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Task<Outcome> SolveAsync(
        Model model,
        SolveRequest request,
        IProgress<SearchProgress>? progress = null,
        CancellationToken stop = default,
        CancellationToken cancellationToken = default) => _solver.SolveAsync(model, request, progress, stop, cancellationToken);

    private async Task<Process> StartedAsync()
    {
        await Eventually.TrueAsync(() => Task.FromResult(_logs.Has("The solver's process")), "the process has started");
        var words = _logs.Lines.Single(line => line.Contains("The solver's process", StringComparison.Ordinal)).Split(' ');
        return Process.GetProcessById(int.Parse(words[Array.IndexOf(words, "process") + 1], CultureInfo.InvariantCulture));
    }

    private sealed class Listener(List<SearchProgress> told, Action enough) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value)
        {
            told.Add(value);
            if (value.Step is SearchStep.Value or SearchStep.FairValue or SearchStep.Fairness) enough();
        }
    }
}
