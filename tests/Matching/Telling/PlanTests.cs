using System.Globalization;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Telling;

public sealed class PlanTests(PlannedWorld world) : IClassFixture<PlannedWorld>
{
    [Fact]
    public async Task Coordinators_see_restricted_needs_in_full()
    {
        using var auc = world.Server.Staff(StaffRole.AucCoordinator);
        foreach (var plan in new[] { await world.PlanAsync("en"), await world.PlanAsync("en", auc) })
        {
            foreach (var need in new[] { NeedOf(Match(plan, PlannedWorld.Restricted)), NeedOf(Unmatched(plan, PlannedWorld.Occupied)) })
            {
                Assert.Equal("Hidden station", (string?)need["title"]);
                Assert.Empty(need["masked"]!.AsArray());
            }

            Assert.Equal(0, (int)plan["masked"]!);
        }
    }

    [Theory]
    [InlineData(StaffRole.Viewer)]
    [InlineData(StaffRole.Administrator)]
    public async Task Restricted_needs_are_planned_for_and_other_readers_are_told_only_how_many_they_are(string role)
    {
        using var reader = world.Server.Staff(role);

        var plan = await world.PlanAsync("en", reader);

        Assert.Equal(2, (int)plan["masked"]!);
        Assert.Equal(5, plan["matches"]!.AsArray().Count + plan["unmatched"]!.AsArray().Count);
        Assert.Equal(7, (int)plan["totals"]!["needs"]!);
        Assert.Equal("New pumps", (string?)NeedOf(Match(plan, PlannedWorld.Stated))["title"]);
        Assert.All(await world.EverythingToReadAsync(reader), text => Assert.All(
            [
                PlannedWorld.Hidden.Nb!, PlannedWorld.Hidden.Uk!, PlannedWorld.Hidden.En!,
                $"{PlannedWorld.Restricted.NeedId}", $"{PlannedWorld.Occupied.NeedId}",
            ],
            hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_shortlist_leaves_no_gap_where_a_restricted_need_was()
    {
        using var viewer = world.Server.Staff(StaffRole.Viewer);

        var shortlist = (await world.Server.GetAsync($"candidates?municipality={World.Norheim.Code}", caller: viewer)).Body;

        var towns = shortlist["candidates"]!.AsArray();
        Assert.Equal([1, 2, 3], towns.Select(town => (int)town!["rank"]!));
        Assert.Single(towns.Single(town => (string?)town!["partner"]!["code"] == World.Zelena.Code)!["pairs"]!.AsArray());
        Assert.Empty((await world.Server.GetAsync($"candidates?hromada={PlannedWorld.Zakhoplena.Code}", caller: viewer))
            .Body["withoutCandidates"]!.AsArray());
    }

    [Fact]
    public async Task No_coordinates_are_told()
    {
        var texts = await world.EverythingToReadAsync();
        Assert.Contains(texts, text => text.Contains("Фронтова", StringComparison.Ordinal));
        Assert.All(texts, text => Assert.All(
            ["itude", PlannedWorld.Latitude.ToString(CultureInfo.InvariantCulture), PlannedWorld.Longitude.ToString(CultureInfo.InvariantCulture)],
            place => Assert.DoesNotContain(place, text, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task What_is_an_example_is_marked_as_one()
    {
        var plan = await world.PlanAsync("en");

        var byNeed = Match(plan, PlannedWorld.Unknown);
        Assert.True((bool)byNeed["illustrative"]! && (bool)NeedOf(byNeed)["illustrative"]!);
        var byOffer = Match(plan, PlannedWorld.Mental);
        Assert.True((bool)byOffer["illustrative"]!);
        Assert.False((bool)NeedOf(byOffer)["illustrative"]!);
        Assert.False((bool)Match(plan, PlannedWorld.Stated)["illustrative"]!);
    }

    [Fact]
    public async Task What_is_assumed_is_marked_and_said()
    {
        var plan = await world.PlanAsync("en");

        AssertAssumed(Match(plan, PlannedWorld.Stated), isAssumed: false);
        AssertAssumed(Match(plan, PlannedWorld.Banded), isAssumed: true, "The effort is given as “medium”");
        AssertAssumed(Match(plan, PlannedWorld.Unknown), isAssumed: true, "The effort is not stated");
        AssertAssumed(Match(plan, PlannedWorld.Mental), isAssumed: false, "The capacity is given as “medium”");
    }

    [Fact]
    public async Task A_score_is_exactly_the_sum_of_its_criteria()
    {
        var matches = (await world.PlanAsync("en"))["matches"]!.AsArray();

        Assert.NotEmpty(matches);
        Assert.All(matches, match =>
        {
            var criteria = match!["criteria"]!.AsArray();
            Assert.Equal((int)match["score"]!, criteria.Sum(criterion => (int)criterion!["points"]!));
            Assert.Equal(1000, criteria.Sum(criterion => (int)criterion!["maxPoints"]!));
            Assert.All(criteria, criterion => Assert.InRange((int)criterion!["points"]!, 0, (int)criterion["maxPoints"]!));
        });
    }

    [Fact]
    public async Task Who_gets_nothing_is_told_why_and_every_need_and_supplier_is_told_once()
    {
        var plan = await world.PlanAsync("en");

        Assert.Contains("temporarily occupied", Reason(Unmatched(plan, PlannedWorld.Occupied)), StringComparison.Ordinal);
        Assert.Contains("Nobody can be proposed", Reason(Unmatched(plan, PlannedWorld.OfNobody)), StringComparison.Ordinal);
        var idle = Assert.Single(plan["idle"]!.AsArray())!;
        Assert.Equal("Fjellby", (string?)idle["supplier"]!["name"]);
        Assert.NotEmpty(Reason(idle));
        Assert.Equal(
            """{"needs":7,"matched":5,"hromadas":4,"hromadasHelped":3,"suppliers":3,"suppliersUsed":2,"personDays":""",
            plan["totals"]!.ToJsonString()[..^(plan["totals"]!["personDays"]!.ToJsonString().Length + 1)]);
        Assert.Equal(
            plan["matches"]!.AsArray().Sum(match => (int)match!["personDays"]!), (int)plan["totals"]!["personDays"]!);
    }

    [Fact]
    public async Task Equal_inputs_give_equal_fingerprints_wherever_and_in_whatever_order_they_came()
    {
        await using var other = await MatchingServer.StartAsync();
        await other.HearAsync(PlannedWorld.Everything.Reverse());

        var here = await world.Server.GetRunAsync(world.Run);
        var there = await other.CompleteRunAsync();
        Assert.Equal((string?)here["inputsHash"], (string?)there["inputsHash"]);
        Assert.Equal((string?)here["planHash"], (string?)there["planHash"]);

        await other.HearAsync(new NeedWithdrawn(PlannedWorld.Stated.NeedId, 9, PlannedWorld.Stated.MunicipalityId));
        var changed = await other.CompleteRunAsync();
        Assert.NotEqual((string?)here["inputsHash"], (string?)changed["inputsHash"]);
        Assert.NotEqual((string?)here["planHash"], (string?)changed["planHash"]);
    }

    private static void AssertAssumed(JsonObject match, bool isAssumed, params string[] sentences)
    {
        Assert.Equal(isAssumed, (bool)match["personDaysAssumed"]!);
        var told = match["assumed"]!.AsArray().Select(sentence => (string)sentence!).ToList();
        Assert.Equal(sentences.Length, told.Count);
        Assert.All(sentences, sentence => Assert.Contains(told, text => text.StartsWith(sentence, StringComparison.Ordinal)));
    }

    private static JsonObject Match(JsonObject plan, NeedVerified need) => OfNeed(plan["matches"]!, need);

    private static JsonObject Unmatched(JsonObject plan, NeedVerified need) => OfNeed(plan["unmatched"]!, need);

    private static JsonObject OfNeed(JsonNode list, NeedVerified need) =>
        list.AsArray().Single(item => (Guid)item!["need"]!["id"]! == need.NeedId)!.AsObject();

    private static JsonObject NeedOf(JsonObject match) => match["need"]!.AsObject();

    private static string Reason(JsonNode told) => string.Join(' ', told["reasons"]!.AsArray().Select(reason => (string)reason!));
}
