using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Runs;

public sealed class StopRunTests
{
    [Fact]
    public async Task A_run_that_is_stopped_completes_with_the_best_plan_so_far()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var run = await desk.Ks.StartRunAsync(new StartRunRequest());
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");

        var stopping = await desk.Ks.StopRunAsync(new StopRunRequest { RunId = run.RunId });
        Assert.Equal(("running", true), (stopping.Status, stopping.StopAsked));
        // A second click changes nothing.
        Assert.True((await desk.Ks.StopRunAsync(new StopRunRequest { RunId = run.RunId })).StopAsked);
        desk.Server.Clock.Advance(MatchingServer.Lease / 2);

        var completed = await desk.Server.UntilAsync(Guid.Parse(run.RunId), "completed");
        Assert.Equal((1, 1), ((int)completed["attempt"]!, (int)completed["proposals"]!));
        Assert.Single(await desk.ToldAsync(RunCompleted.MessageName));
        Assert.Equal(1, await desk.Server.Database.ScalarAsync<long>(
            $"select count(*) from audit where action = 'run.stop' and subject_id = '{run.RunId}'"));
    }

    [Fact]
    public async Task What_does_not_run_cannot_be_stopped_and_only_ks_stops()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var run = (string)(await desk.Server.CompleteRunAsync())["id"]!;

        (await desk.Server.PostAsync($"matching-runs/{run}/stop", "{}")).ExpectProblem(HttpStatusCode.Conflict, "run_not_running");
        (await desk.Server.PostAsync($"matching-runs/{Guid.CreateVersion7()}/stop", "{}")).ExpectProblem(HttpStatusCode.NotFound, "unknown_run");
        Assert.Equal("unknown_run", await RefusalAsync(desk.Ks.StopRunAsync(new StopRunRequest { RunId = "nonsense" })));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Auc.StopRunAsync(new StopRunRequest { RunId = run })));
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Server.PostAsync($"matching-runs/{run}/stop", "{}", desk.StaffHttp(StaffRole.Viewer))).Status);
    }

    [Fact]
    public async Task Who_starts_a_run_says_how_much_work_it_may_do_and_where_chance_starts()
    {
        using var solver = new GatedSolver();
        solver.Open();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);

        var started = (await desk.Server.PostAsync("matching-runs", """{"units":7.5,"seed":11}""")).Expect(HttpStatusCode.Accepted).Body;
        await desk.Server.UntilAsync(Guid.Parse((string)started["id"]!), "completed");

        Assert.Equal((7.5, 11L), ((double)started["units"]!, (long)started["seed"]!));
        Assert.Equal((7.5, 11UL), (solver.Asked!.Units, solver.Asked.Seed));
        var byDefault = await desk.Ks.StartRunAsync(new StartRunRequest());
        Assert.Equal((60, 1), (byDefault.Units, byDefault.Seed));
    }

    [Theory]
    [InlineData("""{"units":0}""", "units")]
    [InlineData("""{"units":-1}""", "units")]
    [InlineData("""{"units":3601}""", "units")]
    [InlineData("""{"seed":-1}""", "seed")]
    public async Task A_budget_that_no_run_may_have_is_refused_by_its_field(string body, string field)
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        var refused = (await desk.Server.PostAsync("matching-runs", body)).Expect(HttpStatusCode.BadRequest).Body;

        Assert.Contains(field, refused["errors"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Server.Database.ScalarAsync<long>("select count(*) from matching_runs"));
    }
}
