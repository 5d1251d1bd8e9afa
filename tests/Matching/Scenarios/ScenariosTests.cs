using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;
using static Kommunebro.Tests.Matching.Scenarios.ScenarioDesk;

namespace Kommunebro.Tests.Matching.Scenarios;

public sealed class ScenariosTests
{
    [Fact]
    public async Task A_scenario_says_all_its_numbers_and_takes_from_the_built_in_one_what_was_left_out()
    {
        await using var server = await MatchingServer.StartAsync();
        var builtIn = (await server.GetAsync("scenarios/default")).Expect(HttpStatusCode.OK).Body;
        Assert.Equal((true, "scenario-2"), ((bool)builtIn["inForce"]!, (string)builtIn["reference"]!));
        var asked = Scenario();
        asked["rules"] = new JsonObject { ["overheadDays"] = 9, ["fairness"] = new JsonObject { ["outsidePermille"] = 400 } };

        var made = await server.CreateAsync(asked);

        Assert.Equal((1L, false, $"{(string)made["id"]!}@1"), ((long)made["version"]!, (bool)made["inForce"]!, (string)made["reference"]!));
        var expected = builtIn["rules"]!.DeepClone();
        expected["overheadDays"] = 9;
        expected["fairness"]!["outsidePermille"] = 400;
        Assert.True(JsonNode.DeepEquals(expected, made["rules"]), made["rules"]!.ToJsonString());
    }

    [Fact]
    public async Task Each_change_is_a_version_that_is_kept_and_audited()
    {
        await using var server = await MatchingServer.StartAsync();
        var made = await server.CreateAsync(Scenario());
        var path = $"scenarios/{(string)made["id"]!}";
        var asked = Scenario();
        (asked["name"], asked["rules"]) = ("Another look", new JsonObject { ["overheadDays"] = 9 });

        var revised = (await server.SendAsync(HttpMethod.Put, path, asked.ToJsonString(), seen: 1)).Expect(HttpStatusCode.OK).Body;

        Assert.Equal((2L, "Another look", 9), ((long)revised["version"]!, (string)revised["name"]!, (int)revised["rules"]!["overheadDays"]!));
        var first = (await server.GetAsync($"{path}?version=1")).Expect(HttpStatusCode.OK).Body;
        Assert.Equal((1L, "A second look", 3), ((long)first["version"]!, (string)first["name"]!, (int)first["rules"]!["overheadDays"]!));
        (await server.GetAsync($"{path}?version=3")).ExpectProblem(HttpStatusCode.NotFound, "unknown_scenario");
        Assert.Equal(
            "scenario.create,scenario.revise",
            await server.Database.ScalarAsync<string>("select string_agg(action, ',' order by id) from audit where subject_type = 'scenario'"));
    }

    [Fact]
    public async Task Of_two_persons_on_one_scenario_the_second_hears_of_the_first()
    {
        await using var server = await MatchingServer.StartAsync();
        using var auc = server.Staff(StaffRole.AucCoordinator);
        var path = $"scenarios/{(string)(await server.CreateAsync(Scenario()))["id"]!}";
        var asked = Scenario().ToJsonString();

        (await server.SendAsync(HttpMethod.Put, path, asked)).ExpectProblem((HttpStatusCode)428, "version_required");
        var both = await Task.WhenAll(
            server.SendAsync(HttpMethod.Put, path, asked, seen: 1), server.SendAsync(HttpMethod.Put, path, asked, auc, seen: 1));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], both.Select(answer => answer.Status).Order());
        (await server.SendAsync(HttpMethod.Delete, path, null, auc, seen: 1)).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await server.SendAsync(HttpMethod.Post, $"{path}/put-in-force", null, auc, seen: 1)).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
    }

    [Fact]
    public async Task One_is_in_force_and_stays_until_another_is()
    {
        await using var server = await MatchingServer.StartAsync();
        var one = await server.CreateAsync(Scenario());
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var other = await server.CreateAsync(Scenario());

        Assert.True((bool)(await server.PutInForceAsync(one))["inForce"]!);
        await server.PutInForceAsync(other);

        var listed = (await server.GetAsync("scenarios")).Body["items"]!.AsArray();
        Assert.Equal([(string)other["id"]!, (string)one["id"]!], listed.Select(row => (string)row!["id"]!));
        Assert.Equal([true, false], listed.Select(row => (bool)row!["inForce"]!));
        Assert.False((bool)(await server.GetAsync("scenarios/default")).Body["inForce"]!);
        var path = $"scenarios/{(string)other["id"]!}";
        (await server.SendAsync(HttpMethod.Delete, path, null, seen: 1)).ExpectProblem(HttpStatusCode.Conflict, "scenario_in_force");

        (await server.SendAsync(HttpMethod.Post, "scenarios/default/put-in-force", null)).Expect(HttpStatusCode.OK);
        Assert.True((bool)(await server.GetAsync("scenarios/default")).Body["inForce"]!);
        (await server.SendAsync(HttpMethod.Delete, path, null, seen: 1)).Expect(HttpStatusCode.NoContent);
        Assert.Equal((string)one["id"]!, (string)Assert.Single((await server.GetAsync("scenarios")).Body["items"]!.AsArray())!["id"]!);
        (await server.SendAsync(HttpMethod.Put, path, Scenario().ToJsonString(), seen: 2)).ExpectProblem(HttpStatusCode.Conflict, "scenario_archived");
        (await server.SendAsync(HttpMethod.Post, $"{path}/put-in-force", null, seen: 2)).ExpectProblem(HttpStatusCode.Conflict, "scenario_archived");
    }

    [Fact]
    public async Task A_repeated_request_makes_one_scenario()
    {
        await using var server = await MatchingServer.StartAsync();
        var asked = Scenario().ToJsonString();

        var once = await server.PostAsync("scenarios", asked, key: "click");
        var again = await server.PostAsync("scenarios", asked, key: "click");

        Assert.Equal((string)once.Body["id"]!, (string)again.Body["id"]!);
        Assert.Single((await server.GetAsync("scenarios")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task Staff_do_the_same_by_grpc()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var builtIn = await desk.Viewer.GetScenarioAsync(new GetScenarioRequest { ScenarioId = "default" });
        var text = new ScenarioText { Name = "Mine", Rules = builtIn.Rules, Pins = { new ScenarioPin { Supplier = World.Norheim.Code, NeedId = $"{World.NeedOf(World.Zelena).NeedId}" } } };

        var made = await desk.Auc.CreateScenarioAsync(new CreateScenarioRequest { RequestId = "one", Text = text });
        var again = await desk.Auc.CreateScenarioAsync(new CreateScenarioRequest { RequestId = "one", Text = text });
        Assert.Equal(made, again);
        Assert.Equal(("Norheim", "Zelena", 4), (Assert.Single(made.Pins).SupplierName, made.Pins[0].HromadaName, made.Pins[0].Quarters));
        text.Rules.OverheadDays = 7;
        var revised = await desk.Ks.ReviseScenarioAsync(new ReviseScenarioRequest { ScenarioId = made.ScenarioId, Version = 1, Text = text });
        Assert.Equal((2L, 7), (revised.Version, revised.Rules.OverheadDays));
        Assert.True((await desk.Ks.PutScenarioInForceAsync(Step(revised))).InForce);
        Assert.Equal("scenario_in_force", await RefusalAsync(desk.Ks.ArchiveScenarioAsync(Step(revised))));
        var found = await desk.Viewer.FindScenariosAsync(new FindScenariosRequest());
        Assert.Equal((1, true, false), (found.Total, Assert.Single(found.Rows).InForce, found.Default.InForce));
        Assert.Equal(3, (await desk.Viewer.GetScenarioAsync(new GetScenarioRequest { ScenarioId = made.ScenarioId, Version = 1 })).Rules.OverheadDays);
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Viewer.PutScenarioInForceAsync(Step(revised))));

        Assert.True((await desk.Ks.PutScenarioInForceAsync(new ScenarioStepRequest { ScenarioId = "default" })).InForce);
        Assert.NotEmpty((await desk.Ks.ArchiveScenarioAsync(Step(revised))).ArchivedAt);
        Assert.Equal("unknown_scenario", await RefusalAsync(desk.Ks.GetScenarioAsync(new GetScenarioRequest { ScenarioId = "nonsense" })));
    }

    [Fact]
    public async Task Viewers_read_and_see_no_pin_of_a_restricted_need()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Zelena) with { Version = 3, Sensitivity = Sensitivity.Restricted }]);
        using var viewer = desk.StaffHttp(StaffRole.Viewer);
        var made = await desk.Server.CreateAsync(Scenario([Pin(World.Norheim, World.NeedOf(World.Zelena))]));
        await desk.Server.HearAsync(new NeedWithdrawn(World.NeedOf(World.Zelena).NeedId, 4, World.Zelena.MunicipalityId));

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Server.PostAsync("scenarios", Scenario().ToJsonString(), viewer)).Status);
        var seen = (await desk.Server.GetAsync($"scenarios/{(string)made["id"]!}", caller: viewer)).Expect(HttpStatusCode.OK).Body;

        Assert.Equal((0, 1), (seen["pins"]!.AsArray().Count, (int)seen["masked"]!));
        Assert.Equal((1, 0), (made["pins"]!.AsArray().Count, (int)made["masked"]!));
    }

    private static ScenarioStepRequest Step(Scenario scenario) => new() { ScenarioId = scenario.ScenarioId, Version = scenario.Version };
}
