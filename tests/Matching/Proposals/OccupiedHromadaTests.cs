using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Proposals;

/// <summary>The machine proposes nobody to an occupied hromada; people may.</summary>
public sealed class OccupiedHromadaTests
{
    private static readonly MunicipalityChanged Wholly = World.Zelena with { Version = 2, TerritoryStatus = TerritoryStatus.Occupied };

    private static readonly MunicipalityChanged Partly = Wholly with { TerritoryCoverage = TerritoryCoverage.Partial };

    [Theory]
    [InlineData("relocated_administration")]
    [InlineData("displaced_residents")]
    public async Task Auc_alone_opens_one_that_is_wholly_occupied(string ground)
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Wholly]);
        Assert.Equal(0, (int)(await desk.Server.CompleteRunAsync())["proposals"]!);
        Assert.Equal("occupied_territory", await RefusalAsync(desk.Auc.ProposeAsync(Propose(""))));
        Assert.Equal("opened_by_auc_alone", await RefusalAsync(desk.Ks.ProposeAsync(Propose(ground))));
        Assert.Equal("no_free_part", await RefusalAsync(desk.Auc.ProposeAsync(Propose("free_part"))));

        var proposal = await desk.Auc.ProposeAsync(Propose(ground));

        Assert.Equal(("proposed", ground), (proposal.Status, proposal.Opening));
        Assert.Contains(proposal.Conditions, condition => condition.StartsWith("All of Zelena is temporarily occupied", StringComparison.Ordinal));
        Assert.DoesNotContain(proposal.Conditions, condition => condition.Contains("hostilities", StringComparison.Ordinal));
        Assert.Equal("with_supplier", (await ReleaseAsync(desk, proposal)).Status);
        var supplier = await desk.PartnerOfAsync(World.Norheim.Code);
        Assert.Equal(ground, (string)(await desk.Server.GetAsync($"proposals/{proposal.ProposalId}", caller: supplier)).Expect(HttpStatusCode.OK).Body["opening"]!);
    }

    [Theory]
    [InlineData("free_part")]
    [InlineData("displaced_residents")]
    public async Task Any_coordinator_decides_on_one_that_is_partly_occupied(string ground)
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Partly]);
        Assert.Equal(0, (int)(await desk.Server.CompleteRunAsync())["proposals"]!);
        Assert.Equal("occupied_territory", await RefusalAsync(desk.Ks.ProposeAsync(Propose(""))));
        var ask = new GetShortlistRequest { NeedId = $"{World.NeedOf(World.Zelena).NeedId}" };
        Assert.Contains(ground, (await desk.Ks.GetShortlistAsync(ask)).Openings);

        var proposal = await desk.Ks.ProposeAsync(Propose(ground));

        Assert.Contains(proposal.Conditions, condition => condition.StartsWith("Part of Zelena is temporarily occupied", StringComparison.Ordinal));
        Assert.Equal("with_supplier", (await ReleaseAsync(desk, proposal)).Status);
    }

    [Fact]
    public async Task There_is_nothing_to_open_where_nothing_is_occupied()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        Assert.Equal("not_occupied", await RefusalAsync(desk.Auc.ProposeAsync(Propose("displaced_residents"))));
    }

    [Fact]
    public async Task What_was_opened_in_part_does_not_go_out_once_all_of_it_is_occupied()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Partly]);
        var proposal = await desk.Ks.ProposeAsync(Propose("free_part"));
        await desk.Server.HearAsync(Wholly with { Version = 3 });

        var once = await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks"));
        Assert.Equal("occupied_territory", await RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"))));

        await desk.Server.HearAsync(World.Zelena with { Version = 4 });
        Assert.Equal("with_supplier", (await desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"))).Status);
    }

    [Fact]
    public async Task An_open_hromada_is_helped_from_afar()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Wholly, World.NeedOf(World.Zelena) with { Version = 3, DesiredModes = [Mode.ExpertVisit] }]);

        Assert.Equal("hostilities", await RefusalAsync(desk.Auc.ProposeAsync(Propose("displaced_residents"))));
    }

    [Fact]
    public async Task Who_would_fit_is_told_once_it_is_opened()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Wholly]);
        var ask = new GetShortlistRequest { NeedId = $"{World.NeedOf(World.Zelena).NeedId}" };
        var closed = await desk.Auc.GetShortlistAsync(ask);
        Assert.Empty(closed.Candidates);
        Assert.Contains("temporarily occupied", Assert.Single(closed.Reasons), StringComparison.Ordinal);
        Assert.Equal(["relocated_administration", "displaced_residents"], closed.Openings);
        Assert.Empty((await desk.Ks.GetShortlistAsync(ask)).Openings);

        ask.Opening = "relocated_administration";

        Assert.Equal("opened_by_auc_alone", await RefusalAsync(desk.Ks.GetShortlistAsync(ask)));
        var open = await desk.Auc.GetShortlistAsync(ask);
        Assert.Equal(2, open.Candidates.Count);
        Assert.All(open.Candidates, candidate => Assert.StartsWith("All of Zelena", candidate.Conditions[0], StringComparison.Ordinal));
    }

    private static ProposeRequest Propose(string opening) => ProposeByHandTests.Propose(World.Norheim.Code, opening: opening);

    private static async Task<Proposal> ReleaseAsync(Desk desk, Proposal proposal) =>
        await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks")), "auc"));
}
