using Kommunebro.Matching.Engine;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.Matching.Runs;

/// <summary>Replicas on one database: one clock each, so that one can be dead while the other lives.</summary>
public sealed class RunLeaseTests
{
    [Fact]
    public async Task A_run_whose_worker_died_is_taken_by_another_and_the_late_one_publishes_nothing()
    {
        using var late = new GatedSolver();
        await using var first = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = late });
        await first.HearAsync(World.Small);
        var run = await first.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(late.Begun == 1), "the first worker is at work");
        await first.HearAsync(World.NeedOf(World.Vyshneva, 2));

        // The first one's clock stands still, and so does its heart.
        using var taking = new GatedSolver();
        await using var second = await StartLaterAsync(first, taking);
        await Eventually.TrueAsync(() => Task.FromResult(taking.Begun == 1), "the second worker is at work");
        late.Open();
        await Eventually.TrueAsync(() => Task.FromResult(first.Logs.Has("lost to another worker")), "the first worker is done");
        var running = await second.GetRunAsync(run);
        Assert.Equal(("running", 2), ((string?)running["status"], (int)running["attempt"]!));

        taking.Open();
        await second.UntilAsync(run, "completed");
        Assert.Equal(2, (await second.GetPlanAsync(run)).Body["matches"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_worker_that_hears_that_it_lost_its_run_stops_and_takes_the_next()
    {
        using var late = new GatedSolver();
        await using var first = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = late });
        var run = await first.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(late.Begun == 1), "the first worker is at work");
        await using (var second = await StartLaterAsync(first))
            await second.UntilAsync(run, "completed");

        first.Clock.Advance(MatchingServer.Lease / 2);
        await Eventually.TrueAsync(() => Task.FromResult(late.Ended == 1), "the first worker stopped");

        late.Open();
        await first.CompleteRunAsync();
        Assert.False(first.Logs.Has("trouble"));
    }

    [Fact]
    public async Task Two_workers_never_hold_one_run()
    {
        using var one = new GatedSolver();
        using var other = new GatedSolver();
        await using var first = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = one });
        await first.HearAsync(World.Small);
        await using var second = await MatchingServer.StartAsync(
            new MatchingServerOptions { Solver = other, Database = first.Database });
        var runs = new List<Guid>();
        for (var number = 0; number < 10; number++)
            runs.Add(await (number % 2 == 0 ? first : second).RequestRunAsync());
        await Eventually.TrueAsync(() => Task.FromResult(one.Begun == 1 && other.Begun == 1), "both are at work");

        one.Open();
        other.Open();

        foreach (var run in runs)
            Assert.Equal(1, (int)(await first.UntilAsync(run, "completed"))["attempt"]!);
        Assert.Equal(10, one.Begun + other.Begun);
        // Requested, taken, completed: nobody else touched any of them.
        Assert.Equal(10, await first.Database.ScalarAsync<long>("select count(*) from matching_runs where version = 3"));
    }

    [Fact]
    public async Task A_long_solve_keeps_its_lease_and_tells_how_far_it_is()
    {
        var clock = new FakeTimeProvider(MatchingServer.Start);
        using var solver = new GatedSolver
        {
            Tells = new SearchProgress(SearchStep.FirstPlan, ObjectiveStage.Value, 0, Reached: 7, Bound: null, Spent: 0.1, Work: 2),
        };
        await using var worker = await MatchingServer.StartAsync(new MatchingServerOptions { Clock = clock, Solver = solver });
        await worker.HearAsync(World.Small);
        var run = await worker.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");
        await using var idle = await MatchingServer.StartAsync(
            new MatchingServerOptions { Clock = clock, Database = worker.Database });

        var held = clock.GetUtcNow();
        for (var beat = 0; beat < 12; beat++)
        {
            clock.Advance(MatchingServer.Lease / 4);
            await Eventually.TrueAsync(async () => await LeaseAsync(worker) == clock.GetUtcNow() + MatchingServer.Lease, "a heartbeat");
        }

        Assert.True(clock.GetUtcNow() - held > 2 * MatchingServer.Lease);
        var running = await worker.GetRunAsync(run);
        Assert.Equal(("running", 1), ((string?)running["status"], (int)running["attempt"]!));
        Assert.Equal(("first_plan", 7L), ((string?)running["progress"]!["step"], (long)running["progress"]!["reached"]!));
        Assert.Equal(2, (int)running["progress"]!["pairs"]!);
        solver.Open();
        Assert.Equal(1, (int)(await worker.UntilAsync(run, "completed"))["attempt"]!);
    }

    /// <summary>Another replica, by whose clock every lease of the first has run out.</summary>
    private static Task<MatchingServer> StartLaterAsync(MatchingServer first, GatedSolver? solver = null) => MatchingServer.StartAsync(new MatchingServerOptions
    {
        Database = first.Database,
        Solver = solver,
        Clock = new FakeTimeProvider(first.Clock.GetUtcNow() + (2 * MatchingServer.Lease)),
    });

    private static async Task<DateTimeOffset> LeaseAsync(MatchingServer server) =>
        new(await server.Database.ScalarAsync<DateTime>("select lease_until from matching_runs"));
}
