using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Scenarios.ScenarioDesk;

namespace Kommunebro.Tests.Matching.Scenarios;

public sealed class ScenarioPinsTests
{
    private static readonly NeedVerified Need = World.NeedOf(World.Zelena);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pin_reaches_the_plan_whoever_would_have_won(bool first)
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        var chosen = first ? World.Norheim : World.Sorvik;
        var scenario = await server.CreateAsync(Scenario([Pin(chosen, Need)]));

        var run = await server.RunByAsync((string)scenario["id"]!);

        Assert.Equal([(chosen.Code, World.Zelena.Code)], await server.PairsAsync(run));
        Assert.Equal((string)scenario["reference"]!, (string)run["scenario"]!);
        var plan = (await server.GetPlanAsync((Guid)run["id"]!)).Body;
        Assert.Equal((string)scenario["reference"]!, (string)plan["versions"]!["scenario"]!);
    }

    [Fact]
    public async Task A_pin_whose_need_is_gone_fails_the_run_and_names_it()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync(World.Small);
        await server.PutInForceAsync(await server.CreateAsync(Scenario([Pin(World.Norheim, Need)])));
        await server.HearAsync(new NeedWithdrawn(Need.NeedId, 3, Need.MunicipalityId));

        var run = await server.UntilAsync(await server.RequestRunAsync(), "failed");

        Assert.StartsWith("pin_known: ", (string)run["failure"]!, StringComparison.Ordinal);
        Assert.Contains($"Norheim (4601) with the need {Need.NeedId} of Zelena ({World.Zelena.Code})", (string)run["failure"]!, StringComparison.Ordinal);
        (await server.GetAsync("matching-inputs")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_pin_that_was_followed_stands_and_the_next_run_goes_on()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Vyshneva, 2)]);
        await desk.Server.PutInForceAsync(await desk.Server.CreateAsync(Scenario([Pin(World.Norheim, Need)])));
        await desk.Server.CompleteRunAsync();
        var pinned = Assert.Single((await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Query = World.Zelena.Code })).Rows);
        await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(pinned, "ks")), "auc"));

        var run = await desk.Server.CompleteRunAsync();

        Assert.Equal([World.Vyshneva.Code], (await desk.Server.PairsAsync(run)).Select(pair => pair.Hromada));
    }

    [Fact]
    public async Task Pins_that_cannot_all_be_kept_are_named_and_restricted_ones_by_their_ids_alone()
    {
        await using var server = await MatchingServer.StartAsync();
        var (large, hidden) = (Need with { PersonDays = 90 }, World.NeedOf(World.Vyshneva, 2) with { PersonDays = 90, Sensitivity = Sensitivity.Restricted });
        await server.HearAsync([.. World.Small, large with { Version = 3 }, hidden]);
        var scenario = await server.CreateAsync(Scenario([Pin(World.Norheim, large), Pin(World.Norheim, hidden)]));

        var run = await server.RunByAsync((string)scenario["id"]!, status: "failed");

        var failure = (string)run["failure"]!;
        Assert.StartsWith("pins_conflict: ", failure, StringComparison.Ordinal);
        Assert.Contains($"Norheim (4601) with the need {large.NeedId} of Zelena ({World.Zelena.Code})", failure, StringComparison.Ordinal);
        Assert.Contains($"a supplier with the need {hidden.NeedId}", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("Vyshneva", failure, StringComparison.Ordinal);
    }
}
