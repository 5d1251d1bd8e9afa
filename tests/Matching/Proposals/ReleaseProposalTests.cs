using System.Globalization;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Proposals;

/// <summary>With the second key a proposal goes out, if it still may, with a day for its answer.</summary>
public sealed class ReleaseProposalTests
{
    [Fact]
    public async Task A_no_of_the_two_holds_back_what_waits_for_its_key_although_they_are_partners()
    {
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Zelena, World.OfferOf(World.Norheim),
            World.NeedOf(World.Zelena), World.NeedOf(World.Zelena, 2), World.NeedOf(World.Zelena, 3));
        await desk.Server.CompleteRunAsync();
        var proposals = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows;
        Assert.Equal(3, proposals.Count);
        var asked = new List<Proposal>();
        foreach (var proposal in proposals.Take(2))
        {
            var released = await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks")), "auc"));
            asked.Add(await desk.Ks.RecordAnswerAsync(Story.Yes(released, "supplier")));
        }

        await desk.Auc.RecordAnswerAsync(Story.Yes(asked[0], "hromada"));
        await desk.Auc.RecordAnswerAsync(Story.No(asked[1], "hromada"));

        var last = await desk.Ks.ApproveProposalAsync(Story.Approve(proposals[2], "ks"));
        Assert.Equal("not_excluded", await RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(last, "auc"))));
    }

    [Fact]
    public async Task More_person_days_than_the_supplier_has_are_refused_at_the_release()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var approval = Story.Approve(await desk.ProposedAsync(), "ks");
        approval.PersonDays = 500;
        var once = await desk.Ks.ApproveProposalAsync(approval);

        Assert.Equal("capacity_left", await RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"))));
        Assert.Equal("proposed", (await desk.Ks.GetProposalAsync(new GetProposalRequest { ProposalId = once.ProposalId })).Status);
    }

    [Theory]
    [InlineData("need", "need_not_available")]
    [InlineData("offer", "offer_not_available")]
    [InlineData("territory", "occupied_territory")]
    public async Task What_changed_since_the_run_is_looked_at_again_before_it_goes_out(string what, string code)
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var once = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.ProposedAsync(), "ks"));
        await desk.Server.HearAsync(what switch
        {
            "need" => [new NeedWithdrawn(World.NeedOf(World.Zelena).NeedId, 9)],
            "offer" => [World.OfferOf(World.Norheim) with { Version = 2, Available = false }, World.OfferOf(World.Sorvik) with { Version = 2, Available = false }],
            _ => new object[] { World.Zelena with { Version = 2, TerritoryStatus = TerritoryStatus.Occupied } },
        });

        Assert.Equal(code, await RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"))));

        Assert.DoesNotContain("released_to_supplier", await desk.EventsAsync(ProposalChanged.MessageName));
        Assert.Equal(0, await desk.Server.Database.ScalarAsync<long>("select count(*) from holds"));
    }

    [Theory]
    [InlineData("2027-05-19", "2027-06-30")]
    [InlineData("2027-06-01", "2027-08-13")]
    [InlineData("2027-06-30", "2027-09-11")]
    [InlineData("2027-07-15", "2027-09-11")]
    public async Task Days_of_July_do_not_count_for_the_answer(string released, string answerBy)
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        desk.Server.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse(released, CultureInfo.InvariantCulture), new TimeOnly(8, 0), TimeSpan.Zero));

        Assert.Equal(answerBy, (await desk.ReleasedAsync()).AnswerBy);
    }
}
