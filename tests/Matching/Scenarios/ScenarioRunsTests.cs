using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Scenarios.ScenarioDesk;

namespace Kommunebro.Tests.Matching.Scenarios;

public sealed class ScenarioRunsTests
{
    private static readonly NeedVerified Need = World.NeedOf(World.Zelena);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_ban_in_force_keeps_a_pair_out_of_plans_and_shortlists(bool first)
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        var (banned, other) = first ? (World.Norheim, World.Sorvik) : (World.Sorvik, World.Norheim);
        await server.PutInForceAsync(await server.CreateAsync(Scenario(bans: [Ban(banned, World.Zelena)])));

        var run = await server.CompleteRunAsync();

        Assert.Equal([(other.Code, World.Zelena.Code)], await server.PairsAsync(run));
        var listed = (await server.GetAsync($"candidates?hromada={World.Zelena.Code}")).Expect(HttpStatusCode.OK).Body["candidates"]!.AsArray();
        Assert.Equal([other.Code], listed.Select(row => (string)row!["partner"]!["code"]!));
    }

    [Fact]
    public async Task What_if_makes_no_proposals_tells_nobody_and_leaves_what_there_is()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Vyshneva, 2) with { AreaCode = "MHP" }]);
        var banned = await desk.Server.CreateAsync(Scenario(bans: [Ban(World.Norheim, World.Zelena), Ban(World.Sorvik, World.Zelena)]));
        await desk.Server.RunByAsync("default");
        var proposal = Assert.Single((await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Rows);
        var (told, proposals) = (await desk.ToldAsync(NeedUnmatched.MessageName), await desk.ToldAsync(ProposalChanged.MessageName));
        Assert.Single(told);
        // Runs of one moment have no order.
        desk.Server.Clock.Advance(TimeSpan.FromSeconds(1));

        var run = await desk.Server.RunByAsync((string)banned["id"]!, whatIf: true);

        Assert.Equal((true, 0, 2), ((bool)run["whatIf"]!, (int)run["proposals"]!, (int)run["unmatched"]!));
        Assert.Equal(proposal, Assert.Single((await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Rows));
        Assert.Equal((told.Count, proposals.Count), ((await desk.ToldAsync(NeedUnmatched.MessageName)).Count, (await desk.ToldAsync(ProposalChanged.MessageName)).Count));
        var listed = await desk.Viewer.FindRunsAsync(new FindRunsRequest());
        Assert.Equal([true, false], listed.Rows.Select(row => row.WhatIf));
        Assert.Equal((string)banned["reference"]!, listed.Rows[0].Scenario);
    }

    [Fact]
    public async Task An_older_version_can_be_repeated_also_when_it_is_archived()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        var made = await server.CreateAsync(Scenario([Pin(World.Norheim, Need)]));
        var (id, path) = ((string)made["id"]!, $"scenarios/{(string)made["id"]!}");
        var first = await server.RunByAsync(id, whatIf: true);
        (await server.SendAsync(HttpMethod.Put, path, Scenario([Pin(World.Sorvik, Need)]).ToJsonString(), seen: 1)).Expect(HttpStatusCode.OK);

        var second = await server.RunByAsync(id, whatIf: true);
        (await server.SendAsync(HttpMethod.Delete, path, null, seen: 2)).Expect(HttpStatusCode.NoContent);
        var repeated = await server.RunByAsync($"{id}@1", whatIf: true);

        Assert.Equal([$"{id}@1", $"{id}@2", $"{id}@1"], new[] { first, second, repeated }.Select(run => (string)run["scenario"]!));
        Assert.Equal((string)first["inputsHash"]!, (string)repeated["inputsHash"]!);
        Assert.Equal((string)first["planHash"]!, (string)repeated["planHash"]!);
        Assert.NotEqual((string)first["planHash"]!, (string)second["planHash"]!);
        foreach (var unknown in new[] { id, $"{id}@9", $"{Guid.CreateVersion7()}", "nonsense", $"{id}@1@1" })
            (await server.PostAsync("matching-runs", new JsonObject { ["scenario"] = unknown }.ToJsonString()))
                .ExpectProblem(HttpStatusCode.BadRequest, "unknown_scenario");
    }

    [Fact]
    public async Task Two_who_came_together_in_spite_of_a_ban_stay_together()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var scenario = await desk.Server.CreateAsync(Scenario(bans: [Ban(World.Norheim, World.Zelena)]));
        await desk.Ks.RegisterPartnershipAsync(new RegisterPartnershipRequest
        {
            RequestId = "one", SupplierCode = World.Norheim.Code, HromadaCode = World.Zelena.Code, Stage = "active", Since = "2026-11-01", AreaCode = "WAT",
        });

        await desk.Server.PutInForceAsync(scenario);

        Assert.Equal([(World.Sorvik.Code, World.Zelena.Code)], await desk.Server.PairsAsync(await desk.Server.CompleteRunAsync()));
    }

    [Fact]
    public async Task A_ban_in_force_is_kept_by_people_too()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposed = await desk.Ks.ProposeAsync(Propose(World.Sorvik.Code));
        var once = await desk.Ks.ApproveProposalAsync(Story.Approve(proposed, "ks"));

        await desk.Server.PutInForceAsync(await desk.Server.CreateAsync(Scenario(bans: [Ban(World.Norheim, World.Zelena), Ban(World.Sorvik, World.Zelena)])));

        Assert.Equal("not_excluded", await Desk.RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code))));
        Assert.Equal("not_excluded", await Desk.RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"))));

        static ProposeRequest Propose(string supplier) => new() { NeedId = $"{Need.NeedId}", SupplierCode = supplier, Reason = "The mayors have met" };
    }
}
