using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Runs;

public sealed class RunsTests
{
    [Fact]
    public async Task A_requested_run_is_accepted_computed_and_kept()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);

        var accepted = (await server.PostRunAsync()).Expect(HttpStatusCode.Accepted);
        var id = (Guid)accepted.Body["id"]!;
        Assert.Equal($"/api/v1/matching-runs/{id}", accepted.Location?.OriginalString);
        Assert.Equal("queued", (string?)accepted.Body["status"]);

        var run = await server.UntilAsync(id, "completed");
        Assert.Equal((string?)accepted.Body["requestedAt"], (string?)run["requestedAt"]);
        Assert.Equal(1, (int)run["attempt"]!);
        Assert.NotNull(run["startedAt"]);
        Assert.NotNull(run["finishedAt"]);
        Assert.Matches("^[0-9a-f]{64}$", (string?)run["inputsHash"]);
        Assert.Null(run["failure"]);
        var plan = (await server.GetPlanAsync(id)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal((string?)run["planHash"], (string?)plan["hash"]);
        Assert.Equal(id, (Guid)plan["runId"]!);
        Assert.Single(plan["matches"]!.AsArray());
    }

    [Fact]
    public async Task A_time_is_told_as_it_is_kept()
    {
        await using var server = await MatchingServer.StartAsync();
        server.Clock.Advance(TimeSpan.FromTicks(7));

        var accepted = (await server.PostRunAsync()).Expect(HttpStatusCode.Accepted);

        var run = await server.GetRunAsync((Guid)accepted.Body["id"]!);
        Assert.Equal((string?)run["requestedAt"], (string?)accepted.Body["requestedAt"]);
    }

    [Fact]
    public async Task A_request_is_audited()
    {
        await using var server = await MatchingServer.StartAsync();

        var run = await server.RequestRunAsync();

        var row = JsonNode.Parse((await server.Database.ScalarAsync<string>("select to_jsonb(audit)::text from audit"))!)!;
        Assert.Equal("run.request", (string?)row["action"]);
        Assert.Equal(("matching-run", $"{run}"), ((string?)row["subject_type"], (string?)row["subject_id"]));
        Assert.NotEmpty((string?)row["who"] ?? "");
        Assert.Null(row["before"]);
        Assert.Equal("queued", (string?)row["after"]!["status"]);
        Assert.Matches("^[0-9a-f]{32}$", (string?)row["trace_id"]);
    }

    [Fact]
    public async Task A_run_that_nobody_requested_is_unknown()
    {
        await using var server = await MatchingServer.StartAsync();
        (await server.GetAsync($"matching-runs/{Guid.CreateVersion7()}")).ExpectProblem(HttpStatusCode.NotFound, "unknown_run");
        (await server.GetPlanAsync(Guid.CreateVersion7())).ExpectProblem(HttpStatusCode.NotFound, "unknown_run");
    }

    [Fact]
    public async Task There_is_no_plan_while_the_run_is_at_work()
    {
        using var solver = new GatedSolver();
        await using var server = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = solver });
        var run = await server.RequestRunAsync();
        await server.UntilAsync(run, "running");

        (await server.GetPlanAsync(run)).ExpectProblem(HttpStatusCode.Conflict, "run_not_completed");

        solver.Open();
        await server.UntilAsync(run, "completed");
    }

    [Fact]
    public async Task Nothing_known_gives_a_plan_with_nothing()
    {
        await using var server = await MatchingServer.StartAsync();

        var run = await server.CompleteRunAsync();

        var plan = (await server.GetPlanAsync((Guid)run["id"]!)).Expect(HttpStatusCode.OK).Body;
        Assert.All(["matches", "unmatched", "idle"], list => Assert.Empty(plan[list]!.AsArray()));
        Assert.All(plan["totals"]!.AsObject(), total => Assert.Equal(0, (int)total.Value!));
        Assert.True((bool)plan["optimal"]!);
    }

    [Fact]
    public async Task Data_that_makes_no_sense_fails_the_run_with_the_reason_and_the_next_one_goes_on()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        await server.HearAsync(World.NeedOf(World.Zelena) with { Version = 3, Urgency = 9 });

        var failed = await server.UntilAsync(await server.RequestRunAsync(), "failed");
        Assert.StartsWith("urgency_in_range: ", (string?)failed["failure"], StringComparison.Ordinal);
        Assert.NotNull(failed["finishedAt"]);
        (await server.GetPlanAsync((Guid)failed["id"]!)).ExpectProblem(HttpStatusCode.Conflict, "run_not_completed");

        await server.HearAsync(World.NeedOf(World.Zelena) with { Version = 4 });
        await server.CompleteRunAsync();
    }
}
