using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Proposals;

public sealed class ApproveProposalTests
{
    [Fact]
    public async Task Two_keys_by_two_persons_send_it_to_the_supplier()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ProposedAsync();
        Assert.Equal(["approve_ks", "withdraw"], proposal.Steps);

        var once = await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks"));
        Assert.Equal(("proposed", "withdraw"), (once.Status, Assert.Single(once.Steps)));
        Assert.StartsWith("staff:", once.Ks.By, StringComparison.Ordinal);
        Assert.Null(once.Auc);

        var released = await desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"));
        Assert.Equal(("with_supplier", "2027-01-04"), (released.Status, released.AnswerBy));
        Assert.Equal(["proposed", "approved_by_one_key", "released_to_supplier"], await desk.EventsAsync(ProposalChanged.MessageName));
        Assert.Equal(["proposal.propose", "proposal.approve", "proposal.approve"], released.History.Select(entry => entry.Action));
        Assert.Equal(released.Version, (long)(await desk.ToldAsync(ProposalChanged.MessageName))[^1]["version"]!);
    }

    [Fact]
    public async Task A_key_fits_its_own_side_and_no_client_that_is_not_a_coordinator()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ProposedAsync();

        Assert.Equal("key_of_other_side", await RefusalAsync(desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "auc"))));
        Assert.Equal("key_of_other_side", await RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(proposal, "ks"))));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Viewer.ApproveProposalAsync(Story.Approve(proposal, "ks"))));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Services.ApproveProposalAsync(Story.Approve(proposal, "ks"))));
        Assert.Equal("unknown_value", await RefusalAsync(desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "both"))));
    }

    [Fact]
    public async Task One_person_with_both_roles_turns_one_key_alone()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ProposedAsync();

        var once = await desk.Both.ApproveProposalAsync(Story.Approve(proposal, "auc"));

        Assert.Equal("same_person", await RefusalAsync(desk.Both.ApproveProposalAsync(Story.Approve(once, "ks"))));
        Assert.DoesNotContain("approve_ks", once.Steps);
        Assert.Equal("with_supplier", (await desk.Ks.ApproveProposalAsync(Story.Approve(once, "ks"))).Status);
    }

    [Fact]
    public async Task The_same_key_again_is_refused_before_and_after_the_release()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var once = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.ProposedAsync(), "ks"));
        Assert.Equal("already_approved", await RefusalAsync(desk.Ks.ApproveProposalAsync(Story.Approve(once, "ks"))));

        var released = await desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"));
        Assert.Equal("already_approved", await RefusalAsync(desk.Ks.ApproveProposalAsync(Story.Approve(released, "ks"))));
        Assert.Equal(3, (await desk.ToldAsync(ProposalChanged.MessageName)).Count);
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_is_refused()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var proposal = await desk.ProposedAsync();
        await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks"));

        Assert.Equal("version_mismatch", await RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(proposal, "auc"))));
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_counts_and_one_event_is_told()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var once = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.ProposedAsync(), "ks"));
        var people = Enumerable.Range(0, 6).Select(_ => desk.Staff(Guid.CreateVersion7(), StaffRole.AucCoordinator)).ToList();

        var outcomes = await Task.WhenAll(people.Select(async person =>
        {
            try
            {
                return (await person.ApproveProposalAsync(Story.Approve(once, "auc"))).Status;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode.ToString();
            }
        }));

        Assert.Single(outcomes, outcome => outcome == "with_supplier");
        Assert.Equal(5, outcomes.Count(outcome => outcome == "Aborted"));
        Assert.Single(await desk.EventsAsync(ProposalChanged.MessageName), what => what == "released_to_supplier");
        Assert.Equal(1, await desk.Server.Database.ScalarAsync<long>("select count(*) from holds"));
    }

    [Fact]
    public async Task Assumed_person_days_are_confirmed_by_the_first_key_and_settled_for_the_second()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Zelena) with { Version = 3, PersonDays = null, EffortBand = Band.Medium }]);
        var proposal = await desk.ProposedAsync();
        Assert.True(proposal.PersonDaysAssumed);
        Assert.NotEmpty(proposal.Assumed);

        Assert.Equal("person_days_unconfirmed", await RefusalAsync(desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks"))));
        var zero = Story.Approve(proposal, "ks");
        zero.PersonDays = 0;
        Assert.Equal("out_of_range", await RefusalAsync(desk.Ks.ApproveProposalAsync(zero)));

        var corrected = Story.Approve(proposal, "ks");
        corrected.PersonDays = 12;
        var once = await desk.Ks.ApproveProposalAsync(corrected);
        Assert.Equal((12, false), (once.PersonDays, once.PersonDaysAssumed));
        Assert.Empty(once.Assumed);

        var other = Story.Approve(once, "auc");
        other.PersonDays = 40;
        Assert.Equal("person_days_settled", await RefusalAsync(desk.Auc.ApproveProposalAsync(other)));
        await desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"));
        Assert.Equal(12, await desk.Server.Database.ScalarAsync<int>("select person_days from holds"));
    }

    [Fact]
    public async Task What_is_withdrawn_cannot_be_approved_and_holds_nothing()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var released = await desk.ReleasedAsync();
        Assert.Equal("missing_field", await RefusalAsync(desk.Ks.WithdrawProposalAsync(Withdraw(released, ""))));

        var withdrawn = await desk.Auc.WithdrawProposalAsync(Withdraw(released, "the council asked us to wait"));

        Assert.Equal(("withdrawn", "the council asked us to wait", ""), (withdrawn.Status, withdrawn.Reason, withdrawn.AnswerBy));
        Assert.Equal(0, await desk.Server.Database.ScalarAsync<long>("select count(*) from holds"));
        Assert.Equal("illegal_step", await RefusalAsync(desk.Ks.WithdrawProposalAsync(Withdraw(withdrawn, "again, please"))));
    }

    [Fact]
    public async Task What_does_not_exist_is_unknown()
    {
        await using var desk = await Desk.OpenAsync();
        Assert.Equal("unknown_proposal", await RefusalAsync(desk.Ks.GetProposalAsync(new GetProposalRequest { ProposalId = "nonsense" })));
        Assert.Equal("unknown_proposal", await RefusalAsync(desk.Ks.ApproveProposalAsync(
            new ApproveProposalRequest { ProposalId = $"{Guid.CreateVersion7()}", Version = 1, Key = "ks" })));
    }

    private static WithdrawProposalRequest Withdraw(Proposal proposal, string reason) =>
        new() { ProposalId = proposal.ProposalId, Version = proposal.Version, Reason = reason };
}
