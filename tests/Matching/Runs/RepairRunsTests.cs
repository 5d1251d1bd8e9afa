using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Runs;

/// <summary>Repairs of the plan in force that a person asks for.</summary>
public sealed class RepairRunsTests
{
    [Fact]
    public async Task Without_a_plan_there_is_nothing_to_repair()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);

        (await server.PostAsync("matching-runs", """{"repair": true}""")).ExpectProblem(HttpStatusCode.Conflict, "nothing_to_repair");
    }

    [Fact]
    public async Task Who_withdraws_makes_way_for_another_and_the_rest_stays()
    {
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Sorvik, World.Zelena, World.Vyshneva,
            World.OfferOf(World.Norheim) with { MaxPartnerships = 1 }, World.OfferOf(World.Sorvik) with { MaxPartnerships = 2 },
            World.NeedOf(World.Zelena), World.NeedOf(World.Vyshneva, 2));
        var full = await desk.Server.CompleteRunAsync();
        var before = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows;
        Assert.Contains(World.Norheim.Code, before.Select(row => row.Supplier.Code));
        desk.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Server.HearAsync(World.OfferOf(World.Norheim) with { Version = 2, Available = false });

        var looked = await RepairAsync(desk, whatIf: true);
        Assert.Equal(before, (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows);
        var diff = (await desk.Server.GetAsync($"matching-runs/{(string)full["id"]!}/diff?with={(string)looked["id"]!}")).Expect(HttpStatusCode.OK).Body;
        Assert.Contains(World.Sorvik.Code, diff.ToJsonString(), StringComparison.Ordinal);
        var figures = (await desk.Server.GetAsync($"matching-runs/{(string)looked["id"]!}/figures")).Expect(HttpStatusCode.OK).Body;
        Assert.Null(figures["priceOfFairness"]);
        var done = await RepairAsync(desk, whatIf: false);

        Assert.Equal(((string)looked["planHash"]!, 2, false), ((string)done["planHash"]!, (int)done["proposals"]!, (bool)done["optimal"]!));
        var after = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows;
        Assert.All(after, row => Assert.Equal(World.Sorvik.Code, row.Supplier.Code));
        Assert.Equal([World.Zelena.Code, World.Vyshneva.Code], after.Select(row => row.Need.Hromada.Code).Order());
        Assert.Contains(after, row => before.Any(old => old.ProposalId == row.ProposalId && old.Version == row.Version));
    }

    [Fact]
    public async Task A_need_that_came_after_the_plan_is_taken_in()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var old = await desk.ProposedAsync();
        desk.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Server.HearAsync(World.NeedOf(World.Vyshneva, 2));

        var run = await RepairAsync(desk, whatIf: false);

        Assert.Equal(2, (int)run["proposals"]!);
        var after = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { RunId = (string)run["id"]! })).Rows;
        Assert.Contains(old.ProposalId, after.Select(row => row.ProposalId));
        Assert.Contains(World.Vyshneva.Code, after.Select(row => row.Need.Hromada.Code));
    }

    private static async Task<JsonObject> RepairAsync(Desk desk, bool whatIf)
    {
        var asked = await desk.Server.PostAsync("matching-runs", $$"""{"repair": true, "whatIf": {{(whatIf ? "true" : "false")}}}""");
        var run = await desk.Server.UntilAsync((Guid)asked.Expect(HttpStatusCode.Accepted).Body["id"]!, "completed");
        Assert.True((bool)run["repair"]!);
        return run;
    }
}
