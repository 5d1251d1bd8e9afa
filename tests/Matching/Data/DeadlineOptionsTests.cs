using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Matching;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Matching.Hosting;
using Microsoft.Extensions.Configuration;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Data;

public sealed class DeadlineOptionsTests
{
    [Theory]
    [InlineData("AnswerWeeks", "0")]
    [InlineData("AnswerWeeks", "53")]
    [InlineData("FirstFollowUpDays", "0")]
    [InlineData("FirstFollowUpDays", "366")]
    [InlineData("ApartMonths", "-1")]
    [InlineData("ApartMonths", "121")]
    [InlineData("LinkDays", "0")]
    [InlineData("LinkDays", "366")]
    public void A_deadline_that_nobody_can_mean_is_refused_at_the_start(string name, string value)
    {
        var refused = Assert.Throws<SettingException>(() => MatchingHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Matching:Access:ClientSecret"] = "test",
                ["Matching:Database"] = "Host=127.0.0.1;Database=none",
                ["Matching:Messaging:Transport"] = "in-process",
                [$"Matching:Deadlines:{name}"] = value,
            }),
        }));
        Assert.Contains($"Matching:Deadlines:{name}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_kept_where_people_wait()
    {
        await using var desk = await Desk.OpenAsync(
            new MatchingServerOptions
            {
                Deadlines = new() { ["AnswerWeeks"] = "1", ["FirstFollowUpDays"] = "3", ["ApartMonths"] = "1", ["LinkDays"] = "2" },
            },
            World.Small);
        var released = await desk.ReleasedAsync();
        Assert.Equal("2026-11-30", released.AnswerBy);
        var link = await desk.Services.CreateAnswerLinkAsync(new CreateAnswerLinkRequest { ProposalId = released.ProposalId, Side = "supplier" });
        Assert.Equal("2026-11-24T23:30:00.0000000Z", link.ExpiresAt);
        await desk.Ks.RecordAnswerAsync(Story.No(released, "supplier"));
        Assert.Equal("not_excluded", await RefusalAsync(desk.Ks.ProposeAsync(Again(released))));

        var talk = await desk.FirstTalkAsync();
        Assert.Equal("2026-11-26", talk.FollowUpOn);
        await desk.Ks.ReachStageAsync(Story.Reach(talk, "cancelled"));
        desk.Server.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("proposed", (await desk.Ks.ProposeAsync(Again(released))).Status);
    }

    private static ProposeRequest Again(Proposal proposal) =>
        new() { NeedId = proposal.Need.NeedId, SupplierCode = proposal.Supplier.Code, Reason = "Once more" };
}
