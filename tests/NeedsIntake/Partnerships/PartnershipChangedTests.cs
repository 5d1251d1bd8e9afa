using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Partnerships;

public sealed class PartnershipChangedTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData(PartnershipStage.FirstTalk, "verified")]
    [InlineData(PartnershipStage.Exploring, "verified")]
    [InlineData(PartnershipStage.LetterOfIntent, "partly_met")]
    [InlineData(PartnershipStage.AcuteHelp, "partly_met")]
    [InlineData(PartnershipStage.Active, "partly_met")]
    [InlineData(PartnershipStage.Closed, "met")]
    [InlineData(PartnershipStage.Cancelled, "verified")]
    public async Task A_need_follows_the_partnership_that_serves_it(PartnershipStage stage, string status)
    {
        var need = await VerifiedAsync();

        await _server.HearAsync(APartnership.Of(need, stage));

        Assert.Equal(status, await StatusOfAsync(need));
    }

    [Fact]
    public async Task A_cancelled_partnership_gives_the_need_back()
    {
        var need = await VerifiedAsync();
        var id = Guid.CreateVersion7();

        await _server.HearAsync(APartnership.Of(id, 1, PartnershipStage.LetterOfIntent, Guid.Parse(need.Id)));
        await _server.HearAsync(APartnership.Of(id, 2, PartnershipStage.Cancelled, Guid.Parse(need.Id)));

        Assert.Equal("verified", await StatusOfAsync(need));
        Assert.Equal(4, (await _server.GetNeedAsync(need.Id)).Version);
        Assert.Equal(
            "need.submit, need.verify, need.partly_met, need.reopen",
            await _server.Database.ScalarAsync<string>($"select string_agg(action, ', ' order by id) from audit where subject_id = '{need.Id}'"));
        Assert.Equal(
            "service:needs-intake",
            await _server.Database.ScalarAsync<string>($"select who from audit where action = 'need.reopen' and subject_id = '{need.Id}'"));
    }

    [Fact]
    public async Task An_older_version_never_wins()
    {
        var need = await VerifiedAsync();
        var id = Guid.CreateVersion7();

        await _server.HearAsync(APartnership.Of(id, 5, PartnershipStage.Closed, Guid.Parse(need.Id)));
        await _server.HearAsync(APartnership.Of(id, 4, PartnershipStage.Active, Guid.Parse(need.Id)));
        await _server.HearAsync(APartnership.Of(id, 5, PartnershipStage.Active, Guid.Parse(need.Id)));

        Assert.Equal("met", await StatusOfAsync(need));
        Assert.Equal(3, (await _server.GetNeedAsync(need.Id)).Version);
    }

    [Fact]
    public async Task Of_two_partnerships_the_one_that_stands_counts()
    {
        var need = await VerifiedAsync();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _server.HearAsync(APartnership.Of(first, 1, PartnershipStage.Active, Guid.Parse(need.Id)));
        await _server.HearAsync(APartnership.Of(second, 1, PartnershipStage.Active, Guid.Parse(need.Id)));

        await _server.HearAsync(APartnership.Of(first, 2, PartnershipStage.Cancelled, Guid.Parse(need.Id)));
        Assert.Equal("partly_met", await StatusOfAsync(need));

        await _server.HearAsync(APartnership.Of(second, 2, PartnershipStage.Closed, Guid.Parse(need.Id)));
        Assert.Equal("met", await StatusOfAsync(need));
    }

    [Fact]
    public async Task A_need_of_which_half_is_met_is_not_met()
    {
        var need = await VerifiedAsync();
        var id = Guid.Parse(need.Id);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _server.HearAsync(APartnership.Half(first, 1, PartnershipStage.Active, id));
        await _server.HearAsync(APartnership.Half(second, 1, PartnershipStage.Active, id));

        await _server.HearAsync(APartnership.Half(first, 2, PartnershipStage.Closed, id));
        await _server.HearAsync(APartnership.Half(second, 2, PartnershipStage.Cancelled, id));
        Assert.Equal("partly_met", await StatusOfAsync(need));

        await _server.HearAsync(APartnership.Half(Guid.CreateVersion7(), 1, PartnershipStage.Closed, id));
        Assert.Equal("met", await StatusOfAsync(need));
    }

    [Fact]
    public async Task Two_partnerships_that_end_at_the_same_time_lose_nothing()
    {
        for (var i = 0; i < 10; i++)
        {
            var need = await VerifiedAsync();
            var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            await _server.HearAsync(APartnership.Of(first, 1, PartnershipStage.Active, Guid.Parse(need.Id)));
            await _server.HearAsync(APartnership.Of(second, 1, PartnershipStage.Active, Guid.Parse(need.Id)));

            await Task.WhenAll(
                _server.HearAsync(APartnership.Of(first, 2, PartnershipStage.Cancelled, Guid.Parse(need.Id))),
                _server.HearAsync(APartnership.Of(second, 2, PartnershipStage.Cancelled, Guid.Parse(need.Id))));

            Assert.Equal("verified", await StatusOfAsync(need));
        }
    }

    [Fact]
    public async Task A_need_that_a_partnership_no_longer_serves_is_given_back()
    {
        var (kept, dropped) = (await VerifiedAsync(), await VerifiedAsync());
        var id = Guid.CreateVersion7();
        await _server.HearAsync(APartnership.Of(id, 1, PartnershipStage.Active, Guid.Parse(kept.Id), Guid.Parse(dropped.Id)));

        await _server.HearAsync(APartnership.Of(id, 2, PartnershipStage.Active, Guid.Parse(kept.Id)));

        Assert.Equal(("partly_met", "verified"), (await StatusOfAsync(kept), await StatusOfAsync(dropped)));
    }

    [Fact]
    public async Task What_has_come_to_its_end_otherwise_is_left_alone_and_an_unknown_need_is_no_trouble()
    {
        var withdrawn = await _server.WithdrawAsync(await VerifiedAsync());
        var submitted = await _server.SubmitNeedAsync();

        await _server.HearAsync(APartnership.Of(
            Guid.CreateVersion7(), 1, PartnershipStage.Active, Guid.Parse(withdrawn.Id), Guid.Parse(submitted.Id), Guid.CreateVersion7()));

        Assert.Equal(("withdrawn", "submitted"), (await StatusOfAsync(withdrawn), await StatusOfAsync(submitted)));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from dead_letter"));
    }

    [Fact]
    public async Task A_partly_met_need_stays_in_the_snapshot_and_its_withdrawal_is_told()
    {
        var (partly, met) = (await VerifiedAsync(), await VerifiedAsync());
        await _server.HearAsync(APartnership.Of(partly, PartnershipStage.Active));
        await _server.HearAsync(APartnership.Of(met, PartnershipStage.Closed));

        var snapshot = await _server.SnapshotAsync();
        await _server.WithdrawAsync(await _server.GetNeedAsync(partly.Id));

        Assert.Contains(snapshot, need => $"{need.NeedId}" == partly.Id && need.Version == 3);
        Assert.DoesNotContain(snapshot, need => $"{need.NeedId}" == met.Id);
        Assert.Equal(4, (await _server.Matching.WaitForAsync<NeedWithdrawn>(gone => $"{gone.NeedId}" == partly.Id)).Version);
    }

    private async Task<Answer> VerifiedAsync() => await _server.VerifyAsync(await _server.SubmitNeedAsync());

    private async Task<string> StatusOfAsync(Answer need) => (await _server.GetNeedAsync(need.Id)).NeedStatus;
}
