using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Runs;

/// <summary>A run as people follow it, over gRPC and as server-sent events.</summary>
public sealed class WatchRunTests
{
    [Fact]
    public async Task Grpc_tells_the_run_now_then_each_change_until_its_end()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var run = await desk.Ks.StartRunAsync(new StartRunRequest());
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");
        using var call = desk.Viewer.WatchRun(new GetRunRequest { RunId = run.RunId });

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var running = call.ResponseStream.Current;
        Assert.Equal(("running", 1), (running.Status, running.Attempt));
        solver.Open();
        Run? last = null;
        await foreach (var seen in call.ResponseStream.ReadAllAsync())
        {
            Assert.True(seen.Version > (last ?? running).Version);
            last = seen;
        }

        Assert.Equal(("completed", 1, 0, true), (last!.Status, last.Proposals, last.Unmatched, last.Optimal));
    }

    [Fact]
    public async Task A_run_that_has_ended_is_told_once()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var id = (string)(await desk.Server.CompleteRunAsync())["id"]!;

        using var call = desk.Viewer.WatchRun(new GetRunRequest { RunId = id });
        var seen = new List<Run>();
        await foreach (var run in call.ResponseStream.ReadAllAsync())
            seen.Add(run);

        Assert.Equal("completed", Assert.Single(seen).Status);
        using var none = desk.Viewer.WatchRun(new GetRunRequest { RunId = $"{Guid.CreateVersion7()}" });
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => none.ResponseStream.MoveNext(CancellationToken.None))).StatusCode);
    }

    [Fact]
    public async Task Server_sent_events_tell_the_run_now_then_each_change_until_its_end()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var run = await desk.Server.RequestRunAsync();
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");
        using var viewer = desk.StaffHttp(StaffRole.Viewer);
        using var answer = await viewer.GetAsync(ProgressOf(run), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));

        var statuses = new List<string>();
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            Assert.Equal("run", item.EventType);
            var told = JsonNode.Parse(item.Data)!;
            Assert.Equal(run, (Guid)told["id"]!);
            statuses.Add((string)told["status"]!);
            solver.Open();
        }

        Assert.Equal("running", statuses[0]);
        Assert.Equal("completed", statuses[^1]);
        Assert.Single(statuses, status => status == "completed");
    }

    [Fact]
    public async Task Who_hangs_up_leaves_nothing_running_and_an_unknown_run_is_refused_as_usual()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var run = await desk.Server.RequestRunAsync();
        using var viewer = desk.StaffHttp(StaffRole.Viewer);
        using (var answer = await viewer.GetAsync(ProgressOf(run), HttpCompletionOption.ResponseHeadersRead))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        (await desk.Server.GetAsync($"matching-runs/{Guid.CreateVersion7()}/progress", caller: viewer)).ExpectProblem(HttpStatusCode.NotFound, "unknown_run");
        var partner = await desk.PartnerOfAsync(World.Norheim.Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Server.GetAsync($"matching-runs/{run}/progress", caller: partner)).Status);
        solver.Open();
        await desk.Server.UntilAsync(run, "completed");
        Assert.Empty(desk.Server.Logs.Errors);
    }

    private static Uri ProgressOf(Guid run) => new($"/api/v1/matching-runs/{run}/progress", UriKind.Relative);
}
