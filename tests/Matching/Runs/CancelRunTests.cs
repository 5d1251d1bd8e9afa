using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Runs;

public sealed class CancelRunTests
{
    [Fact]
    public async Task A_run_at_work_ends_at_once_publishes_nothing_and_its_worker_takes_the_next()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var run = await desk.Ks.StartRunAsync(new StartRunRequest());
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");

        var cancelled = await desk.Ks.CancelRunAsync(new CancelRunRequest { RunId = run.RunId });

        Assert.Equal("cancelled", cancelled.Status);
        Assert.NotEmpty(cancelled.FinishedAt);
        desk.Server.Clock.Advance(MatchingServer.Lease / 2);
        await Eventually.TrueAsync(() => Task.FromResult(solver.Ended == 1), "the worker stopped");
        Assert.Empty(await desk.ToldAsync(RunCompleted.MessageName));
        Assert.Empty((await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Rows);
        solver.Open();
        await desk.Server.CompleteRunAsync();
        Assert.Equal("cancelled", (await desk.Ks.GetRunAsync(new GetRunRequest { RunId = run.RunId })).Status);
    }

    [Fact]
    public async Task A_result_that_comes_after_the_end_is_not_taken()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var run = await desk.Server.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");
        (await desk.Server.PostAsync($"matching-runs/{run}/cancel", "{}")).Expect(HttpStatusCode.OK);

        // No heartbeat told the worker: it comes to its end.
        solver.Open();
        await Eventually.TrueAsync(() => Task.FromResult(desk.Server.Logs.Has("lost to another worker")), "the worker is done");

        Assert.Equal("cancelled", (string?)(await desk.Server.GetRunAsync(run))["status"]);
        Assert.Empty(await desk.ToldAsync(ProposalChanged.MessageName));
        Assert.Empty(await desk.ToldAsync(RunCompleted.MessageName));
        (await desk.Server.GetPlanAsync(run)).ExpectProblem(HttpStatusCode.Conflict, "run_not_completed");
    }

    [Fact]
    public async Task A_run_that_waits_is_never_begun()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var first = await desk.Server.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");
        var waiting = await desk.Server.RequestRunAsync();

        (await desk.Server.PostAsync($"matching-runs/{waiting}/cancel", "{}")).Expect(HttpStatusCode.OK);

        solver.Open();
        await desk.Server.UntilAsync(first, "completed");
        await desk.Server.CompleteRunAsync();
        var cancelled = await desk.Server.GetRunAsync(waiting);
        Assert.Equal(("cancelled", 0), ((string?)cancelled["status"], (int)cancelled["attempt"]!));
        Assert.Equal(1, await desk.Server.Database.ScalarAsync<long>(
            $"select count(*) from audit where action = 'run.cancel' and subject_id = '{waiting}' and after ->> 'status' = 'cancelled'"));
    }

    [Fact]
    public async Task What_has_ended_or_never_was_cannot_be_stopped_and_only_ks_stops()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var run = (string)(await desk.Server.CompleteRunAsync())["id"]!;

        (await desk.Server.PostAsync($"matching-runs/{run}/cancel", "{}")).ExpectProblem(HttpStatusCode.Conflict, "run_ended");
        Assert.Equal("run_ended", await RefusalAsync(desk.Ks.CancelRunAsync(new CancelRunRequest { RunId = run })));
        Assert.Equal("unknown_run", await RefusalAsync(desk.Ks.CancelRunAsync(new CancelRunRequest { RunId = "nonsense" })));
        (await desk.Server.PostAsync($"matching-runs/{Guid.CreateVersion7()}/cancel", "{}")).ExpectProblem(HttpStatusCode.NotFound, "unknown_run");
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Auc.CancelRunAsync(new CancelRunRequest { RunId = run })));
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Server.PostAsync($"matching-runs/{run}/cancel", "{}", desk.StaffHttp(StaffRole.Viewer))).Status);
    }

    [Fact]
    public async Task The_same_request_id_of_the_same_person_starts_one_run()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        var first = await desk.Ks.StartRunAsync(new StartRunRequest { RequestId = "monday" });
        var again = await desk.Ks.StartRunAsync(new StartRunRequest { RequestId = "monday" });
        var other = await desk.Both.StartRunAsync(new StartRunRequest { RequestId = "monday" });

        Assert.Equal(first.RunId, again.RunId);
        Assert.NotEqual(first.RunId, other.RunId);
    }
}
