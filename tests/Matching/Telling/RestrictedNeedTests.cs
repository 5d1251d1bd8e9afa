using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Telling;

/// <summary>What each reader is told of a restricted need once something came of it; plans and shortlists by REST: <see cref="PlanTests"/>.</summary>
public sealed class RestrictedNeedTests
{
    private static readonly NeedVerified Restricted = World.NeedOf(World.Zelena) with
    {
        Version = 3, Title = PlannedWorld.Hidden, Sensitivity = Sensitivity.Restricted,
    };

    private static readonly NeedVerified Open = World.NeedOf(World.Vyshneva, 2);

    [Theory]
    [InlineData(StaffRole.Viewer)]
    [InlineData(StaffRole.Administrator)]
    public async Task Other_staff_are_told_of_no_proposal_of_it_by_grpc_or_rest(string role)
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Restricted, Open]);
        await desk.Server.CompleteRunAsync();
        var hidden = Assert.Single((await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Query = World.Zelena.Code })).Rows);
        Assert.Equal("Hidden station", hidden.Need.Title);
        var reader = desk.Staff(Guid.CreateVersion7(), role);
        using var http = desk.StaffHttp(role);

        var page = await reader.FindProposalsAsync(new FindProposalsRequest());
        Assert.Equal((1, World.Vyshneva.Code), (page.Total, Assert.Single(page.Rows).Need.Hromada.Code));
        Assert.Equal(0, (await reader.FindProposalsAsync(new FindProposalsRequest { Query = World.Zelena.Code })).Total);
        Assert.Equal("unknown_proposal", await RefusalAsync(reader.GetProposalAsync(new GetProposalRequest { ProposalId = hidden.ProposalId })));
        Assert.Single((await desk.Server.GetAsync("proposals", caller: http)).Body["items"]!.AsArray());
        (await desk.Server.GetAsync($"proposals/{hidden.ProposalId}", caller: http)).ExpectProblem(HttpStatusCode.NotFound, "unknown_proposal");
    }

    [Fact]
    public async Task Other_staff_are_told_of_no_partnership_that_serves_it()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Restricted]);
        var talk = await desk.FirstTalkAsync();
        using var http = desk.StaffHttp(StaffRole.Viewer);

        Assert.Equal("Hidden station", Assert.Single(talk.Needs).Title);
        Assert.Equal(0, (await desk.Viewer.FindPartnershipsAsync(new FindPartnershipsRequest())).Total);
        Assert.Equal("unknown_partnership", await RefusalAsync(
            desk.Viewer.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = talk.PartnershipId })));
        Assert.Empty((await desk.Server.GetAsync("partnerships", caller: http)).Body["items"]!.AsArray());
        (await desk.Server.GetAsync($"partnerships/{talk.PartnershipId}", caller: http)).ExpectProblem(HttpStatusCode.NotFound, "unknown_partnership");
        Assert.Equal(1, Assert.Single((await desk.Viewer.GetOverviewAsync(new GetOverviewRequest())).Partnerships).Partnerships);
    }

    [Fact]
    public async Task Other_staff_are_not_told_that_nobody_was_found_for_it()
    {
        var lonely = Restricted with { AreaCode = "MHP" };
        await using var desk = await Desk.OpenAsync([.. World.Small, lonely, Open with { AreaCode = "MHP" }]);
        var run = new GetRunRequest { RunId = (string)(await desk.Server.CompleteRunAsync())["id"]! };

        Assert.Equal(2, (await desk.Ks.ListUnmatchedAsync(run)).Rows.Count);
        Assert.Equal(World.Vyshneva.Code, Assert.Single((await desk.Viewer.ListUnmatchedAsync(run)).Rows).Need.Hromada.Code);
    }

    [Fact]
    public async Task Other_staff_are_not_told_of_it_by_what_is_said_to_those_who_got_nothing()
    {
        await using var desk = await Desk.OpenAsync(
            [.. World.Small, Restricted, World.Zelena with { Version = 2, TerritoryStatus = TerritoryStatus.Occupied }]);
        var plan = $"matching-runs/{(string)(await desk.Server.CompleteRunAsync())["id"]!}/plan";
        using var coordinator = desk.StaffHttp(StaffRole.KsCoordinator);
        using var viewer = desk.StaffHttp(StaffRole.Viewer);

        Assert.Contains("Zelena", await ReasonsAsync(coordinator), StringComparison.Ordinal);
        var told = await ReasonsAsync(viewer);
        Assert.Contains("No need fits.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Zelena", told, StringComparison.Ordinal);

        async Task<string> ReasonsAsync(HttpClient reader) => string.Join(
            '\n',
            (await desk.Server.GetAsync(plan, caller: reader)).Expect(HttpStatusCode.OK).Body["idle"]!.AsArray().Select(idle => idle!["reasons"]!.ToJsonString()));
    }

    [Fact]
    public async Task The_supplier_knows_the_pair_but_not_the_title_and_the_hromada_knows_its_own()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Restricted]);
        var asked = await desk.ReleasedAsync();
        var supplier = await desk.PartnerOfAsync(asked.Supplier.Code);
        var hromada = await desk.PartnerOfAsync(World.Zelena.Code);
        var stranger = await desk.PartnerOfAsync(World.Vyshneva.Code);

        var need = (await desk.Server.GetAsync($"proposals/{asked.ProposalId}", caller: supplier)).Expect(HttpStatusCode.OK).Body["need"]!;
        Assert.Equal((null, "title", World.Zelena.Code), ((string?)need["title"], (string)Assert.Single(need["masked"]!.AsArray())!, (string)need["hromada"]!["code"]!));
        Assert.Equal("", (await OpenAsync(desk, asked, "supplier")).NeedTitle);

        var second = await desk.Ks.RecordAnswerAsync(Story.Yes(asked, "supplier"));
        Assert.Equal("Hidden station", (await OpenAsync(desk, second, "hromada")).NeedTitle);
        need = (await desk.Server.GetAsync($"proposals/{asked.ProposalId}?lang=en", caller: hromada)).Expect(HttpStatusCode.OK).Body["need"]!;
        Assert.Equal(("Hidden station", 0), ((string?)need["title"], need["masked"]!.AsArray().Count));

        var partnership = (await desk.Auc.RecordAnswerAsync(Story.Yes(second, "hromada"))).PartnershipId;
        Assert.Null(await TitleAsync(supplier));
        Assert.Equal("Hidden station", await TitleAsync(hromada));
        (await desk.Server.GetAsync($"partnerships/{partnership}", caller: stranger)).ExpectProblem(HttpStatusCode.NotFound, "unknown_partnership");

        async Task<string?> TitleAsync(HttpClient reader) => (string?)Assert.Single(
            (await desk.Server.GetAsync($"partnerships/{partnership}?lang=en", caller: reader)).Expect(HttpStatusCode.OK).Body["needs"]!.AsArray())!["title"];
    }

    [Fact]
    public async Task No_search_finds_the_title_that_its_reader_is_not_told()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, Restricted]);
        var asked = await desk.ReleasedAsync();
        var organisation = Guid.CreateVersion7();
        await desk.Server.HearAsync(new OrganisationChanged(organisation, 1, "Partner", [asked.Supplier.Code], Active: true));
        var supplier = desk.As((await TestIssuer.GetAsync()).Partner(organisation, AccessPolicies.ProposalsRead));

        Assert.Equal(1, (await supplier.FindProposalsAsync(new FindProposalsRequest { Query = "zelena" })).Total);
        Assert.Equal(0, (await supplier.FindProposalsAsync(new FindProposalsRequest { Query = "station" })).Total);
    }

    [Fact]
    public async Task A_need_that_is_restricted_later_is_hidden_at_once_and_stays_so_when_it_is_withdrawn()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var run = new GetRunRequest { RunId = (await desk.ProposedAsync()).RunId };
        Assert.Equal(1, await SeenAsync());

        await desk.Server.HearAsync(Restricted);
        Assert.Equal(0, await SeenAsync());
        await desk.Server.HearAsync(new NeedWithdrawn(Restricted.NeedId, 4, World.Zelena.MunicipalityId));

        Assert.Equal(0, await SeenAsync());
        Assert.Equal("New pumps", (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { RunId = run.RunId })).Rows[0].Need.Title);

        async Task<int> SeenAsync() => (await desk.Viewer.FindProposalsAsync(new FindProposalsRequest())).Total;
    }

    [Fact]
    public async Task A_restriction_that_is_heard_after_the_withdrawal_hides_what_was_proposed_before()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        await desk.ProposedAsync();

        await desk.Server.HearAsync(new NeedWithdrawn(Restricted.NeedId, Restricted.Version + 1, World.Zelena.MunicipalityId), Restricted);

        Assert.Equal(0, (await desk.Viewer.FindProposalsAsync(new FindProposalsRequest())).Total);
        Assert.Equal(1, (await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Total);
    }

    [Fact]
    public async Task A_suspended_need_is_hidden_at_once_whatever_its_sensitivity_and_until_it_is_verified_anew()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        await desk.ProposedAsync();
        var open = World.NeedOf(World.Zelena);
        var suspended = new NeedWithdrawn(open.NeedId, open.Version + 1, World.Zelena.MunicipalityId, Hide: true, "suspended");
        Assert.Equal(1, await SeenAsync());

        await desk.Server.HearAsync(suspended);
        Assert.Equal(0, await SeenAsync());
        Assert.Equal(1, (await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Total);
        await desk.Server.HearAsync(open with { Version = open.Version + 2 });
        Assert.Equal(1, await SeenAsync());
        // Heard late: it goes on already.
        await desk.Server.HearAsync(suspended);
        Assert.Equal(1, await SeenAsync());

        async Task<int> SeenAsync() => (await desk.Viewer.FindProposalsAsync(new FindProposalsRequest())).Total;
    }

    [Fact]
    public async Task Events_name_the_need_and_tell_nothing_of_it()
    {
        var lonely = Restricted with { NeedId = World.Id(4, 9), AreaCode = "MHP" };
        await using var desk = await Desk.OpenAsync([.. World.Small, Restricted, lonely]);
        var talk = await desk.FirstTalkAsync();
        await desk.Ks.ReachStageAsync(Story.Reach(talk, "letter_of_intent"));

        string[] names = [RunCompleted.MessageName, NeedUnmatched.MessageName, ProposalChanged.MessageName, PartnershipChanged.MessageName, CapacityChanged.MessageName];
        foreach (var name in names)
        {
            var told = await desk.ToldAsync(name);
            Assert.NotEmpty(told);
            Assert.All(told, message => Assert.All(
                ["Hidden", "Skjult", "Прихована", "WAT", "MHP", "urgency", "area", World.Zelena.Code, "Zelena"],
                secret => Assert.DoesNotContain(secret, message.ToJsonString(), StringComparison.OrdinalIgnoreCase)));
        }
    }

    private static async Task<AskedParty> OpenAsync(Desk desk, Proposal proposal, string side)
    {
        var link = await desk.Services.CreateAnswerLinkAsync(new CreateAnswerLinkRequest { ProposalId = proposal.ProposalId, Side = side });
        return await desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = link.Token });
    }
}
