using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Telling;

/// <summary>Where a hromada lies is told at oblast precision wherever a map is fed, for as long as the war is near.</summary>
public sealed class WarZoneTests
{
    private static readonly (double, double) OfOblast = (49.7, 23.9);

    [Theory]
    [InlineData(TerritoryStatus.None, ProgrammeCategory.WarZone)]
    [InlineData(TerritoryStatus.PossibleHostilities, ProgrammeCategory.OutsideWarZone)]
    [InlineData(TerritoryStatus.ActiveHostilities, null)]
    public async Task In_or_near_the_war_the_middle_of_the_oblast_stands_for_the_hromada(TerritoryStatus status, ProgrammeCategory? category)
    {
        await using var desk = await Desk.OpenAsync(
            [.. World.Small, World.Zelena with { Version = 2, TerritoryStatus = status, Category = category }, World.NeedOf(World.Zelena, 5) with { AreaCode = "MHP" }]);

        Assert.All(await PlacesAsync(desk), place => Assert.Equal(OfOblast, place));
    }

    [Fact]
    public async Task Elsewhere_it_stands_where_it_lies_until_its_status_changes()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Zelena, 5) with { AreaCode = "MHP" }]);
        var partnership = await desk.FirstTalkAsync();
        Assert.Equal((49.5, 24.25), PlaceOf(partnership.Hromada));

        await desk.Server.HearAsync(World.Zelena with { Version = 2, TerritoryStatus = TerritoryStatus.PossibleHostilities });

        var masked = await desk.Viewer.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = partnership.PartnershipId });
        Assert.Equal(OfOblast, PlaceOf(masked.Hromada));
        Assert.Equal(OfOblast, PlaceOf(Assert.Single(masked.Needs).Hromada));
    }

    /// <summary>Of the hromada, on every way by which it is told with a place.</summary>
    private static async Task<IReadOnlyList<(double, double)>> PlacesAsync(Desk desk)
    {
        var need = new GetShortlistRequest { NeedId = $"{World.NeedOf(World.Zelena).NeedId}" };
        var candidate = (await desk.Ks.GetShortlistAsync(need)).Candidates[0];
        var proposal = await desk.ProposedAsync();
        var unmatched = Assert.Single((await desk.Viewer.ListUnmatchedAsync(new GetRunRequest { RunId = proposal.RunId })).Rows);
        var once = await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks"));
        var released = await desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"));
        var link = await desk.Services.CreateAnswerLinkAsync(new CreateAnswerLinkRequest { ProposalId = released.ProposalId, Side = "supplier" });
        var asked = await desk.Services.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = link.Token });
        var second = await desk.Ks.RecordAnswerAsync(Story.Yes(released, "supplier"));
        var accepted = await desk.Auc.RecordAnswerAsync(Story.Yes(second, "hromada"));
        var partnership = await desk.Viewer.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = accepted.PartnershipId });
        return
        [
            PlaceOf(candidate.Need.Hromada), PlaceOf(proposal.Need.Hromada), PlaceOf(unmatched.Need.Hromada), PlaceOf(asked.Hromada),
            PlaceOf(partnership.Hromada), PlaceOf(partnership.Needs[0].Hromada),
        ];
    }

    private static (double, double) PlaceOf(Party party) => (party.Latitude, party.Longitude);
}
