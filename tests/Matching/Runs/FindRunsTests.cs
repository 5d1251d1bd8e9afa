using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Runs;

public sealed partial class FindRunsTests
{
    [Fact]
    public async Task The_list_has_the_newest_first_and_every_run_once()
    {
        using var solver = new GatedSolver();
        await using var server = await MatchingServer.StartAsync(new MatchingServerOptions { Solver = solver });
        var requested = new List<Guid>();
        for (var number = 0; number < 7; number++)
        {
            requested.Add(await server.RequestRunAsync());
            // The first three are of one moment.
            if (number >= 2)
                server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var listed = new List<Guid>();
        var path = "matching-runs?limit=2";
        for (string? next = ""; next is not null;)
        {
            var page = (await server.GetAsync(next.Length == 0 ? path : $"{path}&cursor={next}")).Expect(HttpStatusCode.OK);
            listed.AddRange(page.Body["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
            next = (string?)page.Body["next"];
            Assert.Equal(next is null ? null : $"</api/v1/{path}&cursor={next}>; rel=\"next\"", page.Link);
        }

        Assert.Equal(requested[3..].AsEnumerable().Reverse(), listed[..4]);
        Assert.Equal(requested[..3].Order(), listed[4..].Order());
    }

    [Theory]
    [InlineData("limit=0", "out_of_range")]
    [InlineData("limit=201", "out_of_range")]
    [InlineData("cursor=rubbish", "invalid_cursor")]
    [InlineData("limit=many", "invalid_parameter")]
    public async Task A_page_that_cannot_be_is_refused(string query, string code)
    {
        await using var server = await MatchingServer.StartAsync();
        (await server.GetAsync($"matching-runs?{query}")).ExpectProblem(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_cursor_that_was_tampered_with_is_refused()
    {
        await using var server = await MatchingServer.StartAsync();
        var inOslo = MatchingServer.Start.ToOffset(TimeSpan.FromHours(1)).ToString("O", CultureInfo.InvariantCulture);
        var cursor = Cursor.Encode(inOslo, $"{Guid.CreateVersion7()}");
        (await server.GetAsync($"matching-runs?cursor={cursor}")).ExpectProblem(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task Only_who_asks_for_the_plan_loads_it()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        var run = (Guid)(await server.CompleteRunAsync())["id"]!;

        var before = Asked(server).Count;
        await server.GetAsync("matching-runs");
        await server.GetRunAsync(run);
        var lean = Asked(server).Skip(before).ToList();
        await server.GetPlanAsync(run);
        var whole = Asked(server).Skip(before + lean.Count).ToList();

        Assert.Equal(2, lean.Count);
        Assert.DoesNotContain(lean, sql => PlanColumn().IsMatch(sql));
        Assert.Contains(whole, sql => PlanColumn().IsMatch(sql));
    }

    /// <summary>What was asked of the runs by others than the worker, which locks what it asks for.</summary>
    private static List<string> Asked(MatchingServer server) =>
        [.. server.Logs.Sql.Where(sql => sql.Contains("FROM matching_runs", StringComparison.Ordinal)
            && !sql.Contains("for update", StringComparison.Ordinal))];

    [GeneratedRegex(@"\.plan\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlanColumn();
}
