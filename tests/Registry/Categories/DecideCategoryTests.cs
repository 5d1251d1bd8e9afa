using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Categories;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Tests.Registry.Registers;

namespace Kommunebro.Tests.Registry.Categories;

public sealed class DecideCategoryTests : IAsyncLifetime
{
    private readonly string _code = Bodies.NextKatottg();
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_person_decides_with_a_reason_and_every_decision_stays()
    {
        var hromada = (await _server.PutMunicipalityAsync(Bodies.Hromada(_code, category: null))).As<MunicipalityView>();

        var first = (await DecideAsync("war_zone", "Ødelagt av raketter, langt fra fronten.", hromada.Version)).As<CategoryView>();
        var second = (await DecideAsync("outside_war_zone", "Gjenreist.", first.Version)).As<CategoryView>();

        Assert.Equal((ProgrammeCategory.OutsideWarZone, 2), (second.Category!.Value, second.Decisions.Count));
        Assert.Equal(["Gjenreist.", "Ødelagt av raketter, langt fra fronten."], second.Decisions.Select(decision => decision.Reason));
        Assert.All(second.Decisions, decision => Assert.StartsWith("staff:", decision.DecidedBy, StringComparison.Ordinal));
        await _server.UntilOutboxIsEmptyAsync();
        Assert.Equal([null, ProgrammeCategory.WarZone, ProgrammeCategory.OutsideWarZone], _server.Matching.Heard<MunicipalityChanged>().OrderBy(told => told.Version).Select(told => told.Category));
    }

    [Fact]
    public async Task The_list_of_territories_suggests_and_decides_nothing()
    {
        var hromada = (await _server.PutMunicipalityAsync(Bodies.Hromada(_code, category: null))).As<MunicipalityView>();
        Assert.Null((await _server.GetAsync($"municipalities/{_code}/category")).As<CategoryView>().Suggested);

        // Freed years ago, and not on the list any more.
        await _server.UploadAsync("territory", $"katottg,category,start_date,end_date\n{_code},occupied,2022-02-24,2022-04-01\n", "&order=376&published=2025-04-30", "list.csv");
        var view = (await _server.GetAsync($"municipalities/{_code}/category")).As<CategoryView>();
        Assert.Equal((null, ProgrammeCategory.WarZone, hromada.Version), (view.Category, view.Suggested!.Value, view.Version));

        await _server.UploadAsync("territory", $"katottg,category,start_date,end_date\n{_code},possible_hostilities,2022-02-24,2022-04-01\n", "&order=376&published=2025-05-30", "list.csv");
        var decided = (await DecideAsync("war_zone", "Rammet.", view.Version)).As<CategoryView>();
        Assert.Equal((ProgrammeCategory.WarZone, ProgrammeCategory.OutsideWarZone), (decided.Category!.Value, Assert.Single(decided.Decisions).Suggested!.Value));
    }

    [Fact]
    public async Task A_category_that_comes_with_the_description_stands_in_the_history_without_a_reason()
    {
        await _server.PutMunicipalityAsync(Bodies.Hromada(_code, category: "outside_war_zone"));

        var decision = Assert.Single((await _server.GetAsync($"municipalities/{_code}/category")).As<CategoryView>().Decisions);
        Assert.Equal((ProgrammeCategory.OutsideWarZone, null), (decision.Category!.Value, decision.Reason));
    }

    [Fact]
    public async Task Two_people_at_once_a_missing_reason_and_a_Norwegian_municipality_are_refused()
    {
        var hromada = (await _server.PutMunicipalityAsync(Bodies.Hromada(_code, category: null))).As<MunicipalityView>();
        (await DecideAsync("war_zone", " ", hromada.Version)).MustBe(HttpStatusCode.BadRequest, "missing_field");
        (await DecideAsync("somewhere", "Fordi.", hromada.Version)).MustBe(HttpStatusCode.BadRequest, "wrong_type");
        var decided = (await DecideAsync("war_zone", "Fordi.", hromada.Version)).As<CategoryView>();
        (await DecideAsync("outside_war_zone", "Nei.", hromada.Version)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        // Also where the category stays.
        await DecideAsync("war_zone", "Fortsatt.", decided.Version);
        (await DecideAsync("war_zone", "Jeg også.", decided.Version)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");

        var norwegian = await _server.RegisterMunicipalityAsync();
        (await _server.SendAsync(HttpMethod.Post, $"municipalities/{norwegian.Code}/category", Body("war_zone", "Nei."), norwegian.Version)).MustBe(HttpStatusCode.BadRequest, "only_for_hromadas");
        (await _server.GetAsync($"municipalities/{norwegian.Code}/category")).MustBe(HttpStatusCode.BadRequest, "only_for_hromadas");
    }

    private Task<Answer> DecideAsync(string category, string reason, long version) =>
        _server.SendAsync(HttpMethod.Post, $"municipalities/{_code}/category", Body(category, reason), version);

    private static JsonObject Body(string category, string reason) => new() { ["category"] = category, ["reason"] = reason };
}
