using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Scenarios.ScenarioDesk;

namespace Kommunebro.Tests.Matching.Scenarios;

public sealed class ScenarioRulesTests
{
    private static readonly NeedVerified Need = World.NeedOf(World.Zelena);

    [Fact]
    public async Task Every_number_that_makes_no_sense_is_told_at_its_field_and_all_at_once()
    {
        await using var server = await MatchingServer.StartAsync();

        var refused = await server.PostAsync("scenarios", """
            {
              "name": "ok",
              "rules": {
                "criterionWeights": { "area_fit": 101, "mode_horizon_fit": -1, "beauty": 1, "capacity_for_urgency": 0, "profile_similarity": 0,
                                      "language": 0, "prior_tie": 0, "category_competence": 0 },
                "floorPermille": 1001,
                "needWeights": { "byUrgency": [1, 2, 0], "warZone": 101, "outsideWarZone": 0, "byEffort": [{ "upToDays": 10, "weight": 1 }, { "upToDays": 9, "weight": 0 }] },
                "overheadDays": -1, "overheadValue": 100001, "changeValue": -1, "maxPartnersPerHromada": 0,
                "sharing": { "fromDays": 0, "maxSuppliers": 5 },
                "fairness": { "outsidePermille": -1, "tolerances": { "criticalHromadas": -1, "coveragePermille": 1001, "outsideHromadas": -1 } }
              }
            }
            """);

        Assert.Equal(
            [
                "name too_short",
                "rules.changeValue out_of_range",
                "rules.criterionWeights weights_sum_to_100",
                "rules.criterionWeights.area_fit out_of_range",
                "rules.criterionWeights.beauty unknown_value",
                "rules.criterionWeights.mode_horizon_fit out_of_range",
                "rules.criterionWeights.reciprocity missing_field",
                "rules.fairness.outsidePermille out_of_range",
                "rules.fairness.tolerances.coveragePermille out_of_range",
                "rules.fairness.tolerances.criticalHromadas out_of_range",
                "rules.fairness.tolerances.outsideHromadas out_of_range",
                "rules.floorPermille out_of_range",
                "rules.maxPartnersPerHromada out_of_range",
                "rules.needWeights.byEffort effort_steps_rise",
                "rules.needWeights.byEffort[1].weight out_of_range",
                "rules.needWeights.byUrgency need_weights_complete",
                "rules.needWeights.byUrgency[2] out_of_range",
                "rules.needWeights.outsideWarZone out_of_range",
                "rules.needWeights.warZone out_of_range",
                "rules.overheadDays out_of_range",
                "rules.overheadValue out_of_range",
                "rules.sharing.fromDays out_of_range",
                "rules.sharing.maxSuppliers out_of_range",
            ],
            refused.Faults().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"Halves","rules":{"overheadDays":1.5}}""")]
    [InlineData("""{"name":"Not a number","rules":{"floorPermille":"NaN"}}""")]
    [InlineData("""{"name":"Too large","rules":{"overheadValue":9223372036854775808}}""")]
    [InlineData("""{"name":"Nothing","rules":{"needWeights":{"byEffort":[null]}}}""")]
    [InlineData("""{"name":"Nobody","pins":[null],"bans":[null]}""")]
    [InlineData("""{"name":"Too heavy","rules":{"needWeights":{"byUrgency":[100,100,100,100],"warZone":100}}}""")]
    public async Task What_is_no_whole_number_or_nothing_at_all_is_refused(string scenario)
    {
        await using var server = await MatchingServer.StartAsync();

        (await server.PostAsync("scenarios", scenario)).Expect(HttpStatusCode.BadRequest);

        Assert.Empty((await server.GetAsync("scenarios")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task Pins_and_bans_name_what_there_is_and_do_not_contradict_each_other()
    {
        await using var server = await MatchingServer.StartAsync();
        await server.HearAsync([.. World.Small, World.NeedOf(World.Vyshneva, 2) with { PersonDays = 60 }]);
        var large = World.NeedOf(World.Vyshneva, 2);

        var refused = await server.PostAsync("scenarios", Scenario(
            [
                new JsonObject(),
                new JsonObject { ["supplier"] = World.Zelena.Code, ["needId"] = "x", ["quarters"] = 5 },
                Pin(World.Norheim, Need, 2),
                Pin(World.Sorvik, Need),
                Pin(World.Sorvik, Need),
                Pin(World.Norheim, large, 3),
                Pin(World.Sorvik, large, 2),
                new JsonObject { ["supplier"] = $"{World.Norheim.MunicipalityId}", ["needId"] = $"{Guid.CreateVersion7()}" },
            ],
            [
                Ban(World.Sorvik, World.Zelena),
                Ban(World.Sorvik, World.Zelena),
                new JsonObject { ["supplier"] = "9999", ["hromada"] = World.Norheim.Code, ["reason"] = "No" },
                new JsonObject(),
            ]).ToJsonString());

        Assert.Equal(
            [
                "bans[1].hromada bans_unique",
                "bans[2].hromada unknown_municipality",
                "bans[2].reason too_short",
                "bans[2].supplier unknown_municipality",
                "bans[3].hromada missing_field",
                "bans[3].reason missing_field",
                "bans[3].supplier missing_field",
                "pins[0].needId missing_field",
                "pins[0].supplier missing_field",
                "pins[1].needId invalid_id",
                "pins[1].quarters out_of_range",
                "pins[1].supplier unknown_municipality",
                "pins[2].quarters not_shareable",
                "pins[3].needId pin_banned",
                "pins[3].quarters pins_conflict",
                "pins[4].needId pin_banned",
                "pins[4].needId pins_unique",
                "pins[4].quarters pins_conflict",
                "pins[6].quarters pins_conflict",
                "pins[7].needId unknown_need",
            ],
            refused.Faults().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_who_are_asked_or_work_together_are_not_banned()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var talk = await desk.FirstTalkAsync();
        var supplier = talk.Supplier.Code == World.Norheim.Code ? World.Norheim : World.Sorvik;

        var refused = await desk.Server.PostAsync("scenarios", Scenario(bans: [Ban(supplier, World.Zelena)]).ToJsonString());

        Assert.Equal(["bans[0].hromada ban_on_partnership"], refused.Faults());
    }
}
