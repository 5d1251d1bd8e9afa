using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;
using Kommunebro.Tests.Matching.Telling;

namespace Kommunebro.Tests.Matching.Explaining;

/// <summary>What readers are told of a plan that stands; see <see cref="ChangedRunTests"/> for what becomes of it later.</summary>
public sealed class ExplainingTests(PlannedWorld world) : IClassFixture<PlannedWorld>
{
    [Fact]
    public async Task Why_not_tells_the_hard_rule_in_the_readers_language()
    {
        var answer = await WhyNotAsync(World.Sorvik.Code, PlannedWorld.Stated, "nb");

        Assert.Equal(("rule", "area_offered"), ((string?)answer["kind"], (string?)answer["rule"]));
        Assert.StartsWith("Sorvik har verken", (string?)Assert.Single(answer["reasons"]!.AsArray()), StringComparison.Ordinal);
        Assert.Equal((World.Sorvik.Code, PlannedWorld.Stated.NeedId, false),
            ((string?)answer["supplier"]!["code"], (Guid)answer["need"]!["id"]!, (bool)answer["inputsChanged"]!));
    }

    [Fact]
    public async Task Why_not_says_so_when_the_two_are_in_the_plan()
    {
        var answer = await WhyNotAsync(World.Norheim.Code, PlannedWorld.Stated);

        Assert.Equal("in_plan", (string?)answer["kind"]);
        Assert.Contains("Norheim is proposed for this need in the plan, with 4 of 4 parts", (string?)answer["reasons"]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.Viewer)]
    [InlineData(StaffRole.Administrator)]
    public async Task A_restricted_need_is_unknown_to_those_who_may_not_know_it(string role)
    {
        using var reader = world.Server.Staff(role);
        var question = $"supplier={World.Norheim.Code}&need={PlannedWorld.Restricted.NeedId}";

        (await world.Server.GetAsync($"matching-runs/{world.Run}/why-not?{question}")).Expect(HttpStatusCode.OK);
        var refused = (await world.Server.GetAsync($"matching-runs/{world.Run}/why-not?{question}", caller: reader))
            .ExpectProblem(HttpStatusCode.BadRequest, "unknown_need");
        var unknown = (await world.Server.GetAsync(
            $"matching-runs/{world.Run}/why-not?supplier={World.Norheim.Code}&need={Guid.CreateVersion7()}", caller: reader))
            .ExpectProblem(HttpStatusCode.BadRequest, "unknown_need");
        Assert.Equal((string?)unknown.Body["detail"], (string?)refused.Body["detail"]);
        (await world.Server.PostAsync(
            $"matching-runs/{world.Run}/what-if-pinned",
            $$"""{ "supplier": "{{World.Norheim.Code}}", "need": "{{PlannedWorld.Restricted.NeedId}}" }""", reader))
            .ExpectProblem(HttpStatusCode.BadRequest, "unknown_need");
    }

    [Theory]
    [InlineData("", "supplier", "missing_field")]
    [InlineData("supplier=4601", "need", "missing_field")]
    [InlineData("supplier=9999&need=00000004-0000-7000-8000-000000000001", "supplier", "unknown_municipality")]
    [InlineData("supplier=UA46000000000000001&need=00000004-0000-7000-8000-000000000001", "supplier", "unknown_municipality")]
    public async Task A_question_that_names_not_both_is_refused(string query, string field, string code)
    {
        var problem = (await world.Server.GetAsync($"matching-runs/{world.Run}/why-not?{query}")).Expect(HttpStatusCode.BadRequest).Body;
        Assert.Contains(problem["errors"]!.AsArray(), error => ((string?)error!["field"], (string?)error["code"]) == (field, code));
    }

    [Fact]
    public async Task What_the_plan_has_already_costs_nothing_and_what_a_rule_forbids_cannot_be()
    {
        var planned = await WhatIfAsync(World.Norheim.Code, PlannedWorld.Stated);
        Assert.Equal(("in_plan", 0), ((string?)planned["result"], planned["displaced"]!.AsArray().Count));

        var forbidden = await WhatIfAsync(World.Sorvik.Code, PlannedWorld.Stated);
        Assert.Equal(("conflict", "area_offered"), ((string?)forbidden["result"], (string?)forbidden["broken"]));
        Assert.StartsWith("Sorvik", (string?)Assert.Single(forbidden["reasons"]!.AsArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_add_up_with_the_plan()
    {
        var plan = await world.PlanAsync("en");
        var figures = await FiguresAsync(null);

        Assert.Equal(
            (long)plan["stages"]!.AsArray().Single(stage => (string?)stage!["stage"] == "value")!["reached"]!, (long)figures["value"]!);
        Assert.Equal((int)plan["totals"]!["hromadas"]!, figures["byOblast"]!.AsArray().Sum(group => (int)group!["hromadas"]!));
        Assert.Equal(
            ["outside_war_zone:2/2/2", "war_zone:2/1/1"],
            figures["byCategory"]!.AsArray().Select(group => $"{group!["code"]}:{group["hromadas"]}/{group["coverable"]}/{group["covered"]}"));
        Assert.Equal("Lvivska", (string?)figures["byOblast"]![0]!["name"]);
        Assert.Equal((0, 0), ((int)figures["masked"]!, (int)figures["smallSuppliers"]!));
    }

    [Fact]
    public async Task Groups_so_small_that_they_would_tell_of_a_restricted_need_are_left_out()
    {
        using var viewer = world.Server.Staff(StaffRole.Viewer);

        var figures = await FiguresAsync(viewer);

        Assert.Empty(figures["byCategory"]!.AsArray());
        Assert.Equal((1, 2), (figures["byOblast"]!.AsArray().Count, (int)figures["masked"]!));
    }

    private async Task<JsonObject> WhyNotAsync(string supplier, NeedVerified need, string language = "en") => (await world.Server.GetAsync(
        $"matching-runs/{world.Run}/why-not?supplier={supplier}&need={need.NeedId}&lang={language}")).Expect(HttpStatusCode.OK).Body;

    private async Task<JsonObject> WhatIfAsync(string supplier, NeedVerified need) => (await world.Server.PostAsync(
        $"matching-runs/{world.Run}/what-if-pinned?lang=en", $$"""{ "supplier": "{{supplier}}", "need": "{{need.NeedId}}" }"""))
        .Expect(HttpStatusCode.OK).Body;

    private async Task<JsonObject> FiguresAsync(HttpClient? reader) =>
        (await world.Server.GetAsync($"matching-runs/{world.Run}/figures?lang=en", caller: reader)).Expect(HttpStatusCode.OK).Body;
}
