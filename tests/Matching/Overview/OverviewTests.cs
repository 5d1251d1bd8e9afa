using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Overview;

/// <summary>The numbers of the dashboard, as work goes on.</summary>
public sealed class OverviewTests
{
    [Fact]
    public async Task The_numbers_follow_a_proposal_from_idea_to_partnership()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Zelena, 2) with { AreaCode = "MHP" }, World.NeedOf(World.Vyshneva, 3) with { AreaCode = "MHP" }]);
        var now = await NowAsync(desk);
        Assert.Equal((3, 0, 2, 0), (now.Needs, now.NeedsCovered, now.Hromadas, now.HromadasCovered));
        Assert.Equal((200, 0, 0), (now.CapacityPersonDays, now.ReservedPersonDays, now.InUsePersonDays));
        Assert.Null(now.LatestRun);

        var proposal = await desk.ProposedAsync();
        now = await NowAsync(desk);
        Assert.Equal((1, 1, 0, 0), Waiting(now));
        Assert.Equal((proposal.RunId, "completed", 2), (now.LatestRun.RunId, now.LatestRun.Status, now.LatestRun.Unmatched));
        Assert.Equal(0, now.NeedsCovered);

        proposal = await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks"));
        Assert.Equal((0, 1, 0, 0), Waiting(await NowAsync(desk)));
        proposal = await desk.Auc.ApproveProposalAsync(Story.Approve(proposal, "auc"));
        now = await NowAsync(desk);
        Assert.Equal((0, 0, 1, 0), Waiting(now));
        Assert.Equal((1, 1), (now.NeedsCovered, now.HromadasCovered));

        proposal = await desk.Ks.RecordAnswerAsync(Story.Yes(proposal, "supplier"));
        Assert.Equal((0, 0, 0, 1), Waiting(await NowAsync(desk)));
        proposal = await desk.Auc.RecordAnswerAsync(Story.Yes(proposal, "hromada"));
        now = await NowAsync(desk);
        Assert.Equal((0, 0, 0, 0), Waiting(now));
        Assert.Equal((20, 0, 0), (now.ReservedPersonDays, now.InUsePersonDays, now.FollowUpsDue));
        Assert.Equal(("first_talk", 1), Assert.Single(now.Partnerships) is var stage ? (stage.Stage, stage.Partnerships) : default);

        var talk = await desk.Ks.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = proposal.PartnershipId });
        await desk.Ks.ReachStageAsync(Story.Reach(talk, "letter_of_intent"));
        desk.Server.Clock.Advance(TimeSpan.FromDays(14));
        now = await NowAsync(desk);
        Assert.Equal((0, 20, 1), (now.ReservedPersonDays, now.InUsePersonDays, now.FollowUpsDue));
        Assert.Equal("letter_of_intent", Assert.Single(now.Partnerships).Stage);
    }

    [Fact]
    public async Task What_expired_or_is_not_available_does_not_count_and_an_assumption_does()
    {
        await using var desk = await Desk.OpenAsync(
            [.. World.Small,
            World.NeedOf(World.Vyshneva, 2) with { ExpiresAt = MatchingServer.Start },
            World.OfferOf(World.Norheim) with { Version = 2, Available = false },
            World.OfferOf(World.Sorvik) with { Version = 2, PersonDays = null, CapacityBand = Band.Small }]);

        var now = await NowAsync(desk);

        Assert.Equal((1, 1), (now.Needs, now.Hromadas));
        Assert.InRange(now.CapacityPersonDays, 1, 99);
    }

    [Fact]
    public async Task Only_staff_see_it()
    {
        await using var desk = await Desk.OpenAsync();

        Assert.Equal("PermissionDenied", await Desk.RefusalAsync(desk.Services.GetOverviewAsync(new GetOverviewRequest())));
        Assert.Equal(0, (await NowAsync(desk)).Needs);
    }

    private static (int Ks, int Auc, int Supplier, int Hromada) Waiting(Contracts.Matching.V1.Overview now) =>
        (now.WaitsForKsKey, now.WaitsForAucKey, now.WaitsForSupplier, now.WaitsForHromada);

    private static async Task<Contracts.Matching.V1.Overview> NowAsync(Desk desk) => await desk.Viewer.GetOverviewAsync(new GetOverviewRequest());
}
