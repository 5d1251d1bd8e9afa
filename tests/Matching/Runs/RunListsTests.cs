using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Runs;

/// <summary>Runs as people page through them, and what one found nobody for.</summary>
public sealed class RunListsTests
{
    [Fact]
    public async Task The_newest_run_comes_first_and_pages_hold_each_once()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var ids = new List<string>();
        for (var number = 0; number < 23; number++)
        {
            ids.Add((await desk.Ks.StartRunAsync(new StartRunRequest())).RunId);
            desk.Server.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        var first = await desk.Viewer.FindRunsAsync(new FindRunsRequest { PageSize = 20 });
        var second = await desk.Viewer.FindRunsAsync(new FindRunsRequest { Page = 2, PageSize = 20 });

        Assert.Equal((23, 23), (first.Total, second.Total));
        Assert.Equal(Enumerable.Reverse(ids), first.Rows.Concat(second.Rows).Select(run => run.RunId));
        Assert.Equal("out_of_range", await RefusalAsync(desk.Viewer.FindRunsAsync(new FindRunsRequest { PageSize = 21 })));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Services.FindRunsAsync(new FindRunsRequest())));
        solver.Open();
    }

    [Fact]
    public async Task A_run_without_a_plan_found_nobody_for_nothing()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, World.Small);
        var run = await desk.Ks.StartRunAsync(new StartRunRequest());
        await Eventually.TrueAsync(() => Task.FromResult(solver.Begun == 1), "the worker is at work");

        Assert.Equal("run_not_completed", await RefusalAsync(desk.Viewer.ListUnmatchedAsync(new GetRunRequest { RunId = run.RunId })));
        Assert.Equal("unknown_run", await RefusalAsync(desk.Viewer.ListUnmatchedAsync(new GetRunRequest { RunId = "nonsense" })));
        Assert.Equal("unknown_run", await RefusalAsync(desk.Viewer.GetRunAsync(new GetRunRequest { RunId = $"{Guid.CreateVersion7()}" })));
        solver.Open();
    }
}
