using System.Net;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>What others are told when a need is matched no more, and what is left of a suspension.</summary>
public sealed class SuspensionTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData("verified", "withdraw", "withdrawn", false)]
    [InlineData("verified", "mark-duplicate", "duplicate", false)]
    [InlineData("verified", "expire", "expired", false)]
    [InlineData("partly_met", "close", "closed", false)]
    [InlineData("verified", "suspend", "suspended", true)]
    [InlineData("submitted", "suspend", "suspended", true)]
    public async Task The_end_of_matching_is_told_with_its_reason_and_a_suspension_hides_what_was_made_of_it(
        string status, string step, string reason, bool hide)
    {
        var need = await _server.NeedInAsync(status);

        (await _server.TakeAsync(_server, need, step)).Expect(HttpStatusCode.OK);

        var told = await _server.Matching.WaitForAsync<NeedWithdrawn>(gone => $"{gone.NeedId}" == need.Id);
        Assert.Equal((reason, hide, need.Version + 1), (told.Reason, told.Hide, told.Version));
    }

    [Fact]
    public async Task A_need_that_is_withdrawn_while_it_is_suspended_stays_withdrawn_whatever_partnerships_do()
    {
        var need = await _server.NeedInAsync("verified");
        var suspended = await _server.StepAsync(need, "suspend", """{"text":"A threat."}""");
        var withdrawn = (await _server.WithdrawAsync(suspended)).Expect(HttpStatusCode.OK);

        await _server.HearAsync(APartnership.Of(need, PartnershipStage.LetterOfIntent));

        var read = await _server.GetNeedAsync(need.Id);
        Assert.Equal(("withdrawn", withdrawn.Version), (read.NeedStatus, read.Version));
    }
}
