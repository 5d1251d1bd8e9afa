using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Proposals;

public sealed class ProposalsOfRunTests
{
    [Fact]
    public async Task A_completed_run_makes_proposals_and_tells_who_waits_for_it()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var run = await desk.Ks.StartRunAsync(new StartRunRequest { RequestId = "first" });
        await desk.Server.UntilAsync(Guid.Parse(run.RunId), "completed");

        var proposal = Assert.Single((await desk.Viewer.FindProposalsAsync(new FindProposalsRequest { RunId = run.RunId })).Rows);
        Assert.Equal(("proposed", "run", run.RunId), (proposal.Status, proposal.Origin, proposal.RunId));
        Assert.Equal((World.Zelena.Code, 20), (proposal.Need.Hromada.Code, proposal.PersonDays));
        Assert.Empty(proposal.Steps);
        Assert.Empty(proposal.Criteria);

        var full = await desk.Ks.GetProposalAsync(new GetProposalRequest { ProposalId = proposal.ProposalId });
        Assert.Equal(full.Score, full.Criteria.Sum(criterion => criterion.Points));
        Assert.All(full.Criteria, criterion => Assert.NotEmpty(criterion.Name));
        Assert.NotEmpty(full.Why);

        var completed = Assert.Single(await desk.ToldAsync(RunCompleted.MessageName));
        Assert.Equal((run.RequestedBy, 1, 0), ((string)completed["requestedBy"]!, (int)completed["proposals"]!, (int)completed["unmatched"]!));
        Assert.Equal((1, 0, true), (await RunAsync(desk, run.RunId)) is var done ? (done.Proposals, done.Unmatched, done.Optimal) : default);
    }

    [Fact]
    public async Task A_new_run_that_proposes_the_same_leaves_it_with_its_keys()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var old = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.ProposedAsync(), "ks"));

        var run = await desk.Server.CompleteRunAsync();

        var again = Assert.Single((await desk.Ks.FindProposalsAsync(new FindProposalsRequest { RunId = (string)run["id"]! })).Rows);
        Assert.Equal((old.ProposalId, old.Version, old.Ks), (again.ProposalId, again.Version, again.Ks));
        Assert.Equal(1, (int)run["proposals"]!);
        Assert.Equal(["proposed", "approved_by_one_key"], await desk.EventsAsync(ProposalChanged.MessageName));
    }

    [Fact]
    public async Task Person_days_that_somebody_confirmed_stand_when_a_new_run_assumes_the_same_again()
    {
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Zelena, World.OfferOf(World.Norheim), World.NeedOf(World.Zelena) with { PersonDays = null });
        var proposal = await desk.ProposedAsync();
        Assert.True(proposal.PersonDaysAssumed);
        var approval = Story.Approve(proposal, "ks");
        approval.PersonDays = proposal.PersonDays + 1;
        var approved = await desk.Ks.ApproveProposalAsync(approval);

        await desk.Server.CompleteRunAsync();

        var again = Assert.Single((await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Rows);
        Assert.Equal(
            (approved.ProposalId, approved.Version, proposal.PersonDays + 1, false),
            (again.ProposalId, again.Version, again.PersonDays, again.PersonDaysAssumed));
        Assert.NotNull(again.Ks);
    }

    [Fact]
    public async Task A_score_that_moved_is_shown_and_the_keys_stand()
    {
        await using var desk = await Desk.OpenAsync(World.Water, World.Norheim, World.Zelena, World.OfferOf(World.Norheim), World.NeedOf(World.Zelena));
        var old = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.ProposedAsync(), "ks"));
        await desk.Server.HearAsync(World.OfferOf(World.Norheim) with { Version = 2, Languages = ["en", "uk"], Areas = [new OfferedArea("WAT", 4, [Mode.AdviceRemote, Mode.ExpertVisit], null)] });

        await desk.Server.CompleteRunAsync();

        var again = await desk.Ks.GetProposalAsync(new GetProposalRequest { ProposalId = old.ProposalId });
        Assert.Equal(("proposed", old.Version + 1, old.Ks), (again.Status, again.Version, again.Ks));
        Assert.True(again.Score > old.Score);
        Assert.Equal(again.Score, again.Criteria.Sum(criterion => criterion.Points));
        Assert.Equal("version_mismatch", await Desk.RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(old, "auc"))));
    }

    [Fact]
    public async Task What_must_be_seen_to_first_is_approved_anew_when_it_changed()
    {
        await using var desk = await Desk.OpenAsync(World.Water, World.Norheim, World.Zelena, World.OfferOf(World.Norheim), World.NeedOf(World.Zelena));
        var old = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.ProposedAsync(), "ks"));
        await desk.Server.HearAsync(World.Zelena with { Version = 2, TerritoryStatus = TerritoryStatus.PossibleHostilities });

        var fresh = await desk.ProposedAsync();

        Assert.NotEqual(old.ProposalId, fresh.ProposalId);
        Assert.Null(fresh.Ks);
        Assert.NotEmpty(fresh.Conditions);
    }

    [Fact]
    public async Task A_new_run_supersedes_what_nobody_released_and_is_another_thing_now()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var old = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.ProposedAsync(), "ks"));
        await desk.Server.HearAsync(World.NeedOf(World.Zelena) with { Version = 3, PersonDays = 30 });

        var fresh = await desk.ProposedAsync();

        Assert.NotEqual(old.ProposalId, fresh.ProposalId);
        var superseded = await desk.Ks.GetProposalAsync(new GetProposalRequest { ProposalId = old.ProposalId });
        Assert.Equal(("withdrawn", "superseded"), (superseded.Status, superseded.Reason));
        Assert.Equal("proposal.supersede", superseded.History[^1].Action);
        Assert.Equal(["proposed", "approved_by_one_key", "withdrawn", "proposed"], await desk.EventsAsync(ProposalChanged.MessageName));
    }

    [Fact]
    public async Task What_was_sent_out_is_never_exchanged_and_its_need_is_taken()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var released = await desk.ReleasedAsync();

        var run = await desk.Server.CompleteRunAsync();

        Assert.Equal(0, (int)run["proposals"]!);
        Assert.Equal(0, (int)run["unmatched"]!);
        var proposal = Assert.Single((await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Rows);
        Assert.Equal((released.ProposalId, "with_supplier"), (proposal.ProposalId, proposal.Status));
        Assert.Empty(await desk.ToldAsync(NeedUnmatched.MessageName));
    }

    [Fact]
    public async Task What_was_declined_does_not_come_back_until_its_flag_expires()
    {
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Zelena, World.OfferOf(World.Norheim), World.NeedOf(World.Zelena));
        await desk.Ks.RecordAnswerAsync(Story.No(await desk.ReleasedAsync(), "supplier"));

        var run = await desk.Server.CompleteRunAsync();
        Assert.Equal((0, 1), ((int)run["proposals"]!, (int)run["unmatched"]!));
        var unmatched = Assert.Single((await desk.Ks.ListUnmatchedAsync(new GetRunRequest { RunId = (string)run["id"]! })).Rows);
        Assert.Contains(unmatched.Reasons, reason => reason.Contains("said no", StringComparison.Ordinal));
        Assert.Equal(World.Zelena.Code, unmatched.Need.Hromada.Code);

        desk.Server.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal(1, (int)(await desk.Server.CompleteRunAsync())["proposals"]!);
    }

    [Fact]
    public async Task A_need_that_nobody_fits_is_told_once_until_it_changes()
    {
        var lonely = World.NeedOf(World.Vyshneva, 7) with { AreaCode = "MHP" };
        await using var desk = await Desk.OpenAsync([.. World.Small, lonely]);
        await desk.Server.CompleteRunAsync();
        await desk.Server.CompleteRunAsync();
        var told = Assert.Single(await desk.ToldAsync(NeedUnmatched.MessageName));
        Assert.Equal((lonely.NeedId, lonely.Version), ((Guid)told["needId"]!, (long)told["needVersion"]!));

        await desk.Server.HearAsync(lonely with { Version = 3 });
        await desk.Server.CompleteRunAsync();
        Assert.Equal(2, (await desk.ToldAsync(NeedUnmatched.MessageName)).Count);
    }

    private static async Task<Run> RunAsync(Desk desk, string id) => await desk.Viewer.GetRunAsync(new GetRunRequest { RunId = id });
}
