using System.Net;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Matching.Solving;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Runs;

public sealed class RunTroubleTests
{
    [Fact]
    public async Task A_heartbeat_that_fails_is_followed_by_others()
    {
        using var solver = new GatedSolver();
        await using var server = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = solver });
        var run = await server.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");

        await server.Database.ScalarAsync<int>("alter table matching_runs rename to away");
        server.Clock.Advance(MatchingServer.Lease / 4);
        await Eventually.TrueAsync(() => Task.FromResult(server.Logs.Has("matching_runs\" does not exist")), "a heartbeat failed");
        await server.Database.ScalarAsync<int>("alter table away rename to matching_runs");

        await Eventually.TrueAsync(
            async () =>
            {
                server.Clock.Advance(MatchingServer.Lease / 4);
                return await LeaseAsync(server) > MatchingServer.Start + (2 * MatchingServer.Lease);
            },
            "the heart beats on");
        solver.Open();
        Assert.Equal(1, (int)(await server.UntilAsync(run, "completed"))["attempt"]!);
    }

    [Fact]
    public async Task A_run_that_a_newer_one_overtook_changes_nothing_of_its_proposals()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var older = await desk.Server.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the older run is at work");
        desk.Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.Server.HearAsync(World.NeedOf(World.Zelena, 2));
        await using (var worker = await MatchingServer.StartAsync(new MatchingServerOptions { Database = desk.Server.Database, Clock = desk.Server.Clock }))
            await worker.UntilAsync(await worker.RequestRunAsync(), "completed");
        var keyed = await desk.Ks.ApproveProposalAsync(Story.Approve(
            (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows[0], "ks"));

        solver.Open();

        Assert.Equal(0, (int)(await desk.Server.UntilAsync(older, "completed"))["proposals"]!);
        var stands = await desk.Ks.GetProposalAsync(new GetProposalRequest { ProposalId = keyed.ProposalId });
        Assert.Equal(("proposed", keyed.Version), (stands.Status, stands.Version));
        Assert.Equal(2, (await desk.ToldAsync(RunCompleted.MessageName)).Count);
    }

    [Fact]
    public async Task A_run_that_killed_three_workers_is_given_up_and_holds_up_nothing()
    {
        using var solver = new GatedSolver();
        await using var server = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = solver });
        var deadly = await server.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");
        var next = await server.RequestRunAsync();
        await server.Database.ScalarAsync<int>(
            $"update matching_runs set attempt = 3, lease_until = '2026-11-22T23:00Z' where id = '{deadly}'");

        await using var worker = await MatchingServer.StartAsync(new MatchingServerOptions { Database = server.Database });

        var failed = await worker.UntilAsync(deadly, "failed");
        Assert.Equal(3, (int)failed["attempt"]!);
        Assert.NotEmpty((string?)failed["failure"] ?? "");
        await worker.UntilAsync(next, "completed");
    }

    [Fact]
    public async Task A_worker_that_is_shut_down_leaves_its_run_to_the_next_at_once()
    {
        using var solver = new GatedSolver();
        await using var first = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = solver });
        await first.HearAsync(World.Small);
        var run = await first.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");

        await first.StopAsync();
        Assert.Equal(1, solver.Ended);

        // The same clock: no lease runs out.
        await using var second = await MatchingServer.StartAsync(new MatchingServerOptions { Database = first.Database });
        var completed = await second.UntilAsync(run, "completed");
        Assert.Equal(2, (int)completed["attempt"]!);
        Assert.Single((await second.GetPlanAsync(run)).Expect(HttpStatusCode.OK).Body["matches"]!.AsArray());
    }

    [Fact]
    public async Task Values_beyond_what_the_engine_can_count_fail_the_run_with_the_reason()
    {
        using var solver = new GatedSolver();
        solver.Faults.Enqueue(new OverflowException("too large to count"));
        solver.Open();
        await using var server = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = solver });

        var failed = await server.UntilAsync(await server.RequestRunAsync(), "failed");

        Assert.Contains("too large to count", (string?)failed["failure"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_whose_process_dies_is_begun_again_at_once_and_has_one_result()
    {
        using var solver = new GatedSolver();
        solver.Faults.Enqueue(new SolverCrashedException("exit code 134"));
        solver.Open();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);

        // The clock stands still: no lease runs out.
        var completed = await desk.Server.CompleteRunAsync();

        Assert.Equal((2, 1), ((int)completed["attempt"]!, (int)completed["proposals"]!));
        Assert.Single(await desk.ToldAsync(RunCompleted.MessageName));
        Assert.True(desk.Server.Logs.Has("exit code 134"));
    }

    [Fact]
    public async Task A_search_that_dies_again_and_again_fails_the_run()
    {
        using var solver = new GatedSolver();
        for (var crash = 0; crash < 3; crash++) solver.Faults.Enqueue(new SolverCrashedException("exit code 134"));
        solver.Open();
        await using var server = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = solver });

        var failed = await server.UntilAsync(await server.RequestRunAsync(), "failed");

        Assert.Equal(3, (int)failed["attempt"]!);
    }

    private static async Task<DateTimeOffset> LeaseAsync(MatchingServer server) =>
        new(await server.Database.ScalarAsync<DateTime>("select lease_until from matching_runs"));
}
