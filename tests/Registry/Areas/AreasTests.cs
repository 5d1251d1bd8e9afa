using System.Net;
using System.Net.Http.Headers;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Areas;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Areas;

public sealed class AreasTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    private static readonly string[] Rdna =
    [
        "housing", "education_and_science", "health", "social_protection_and_livelihoods", "culture_and_tourism", "energy_and_extractives", "transport",
        "telecom_and_digital", "water_supply_and_sanitation", "municipal_services", "agriculture", "irrigation", "commerce_and_industry", "finance_and_banking",
        "environment_and_forestry", "emergency_response_and_civil_protection", "justice_and_public_administration", "explosive_hazard_management",
    ];

    private static readonly string[] Oc4ids =
    [
        "education", "health", "energy", "communications", "waterAndWaste", "governance", "economy", "cultureSportsAndRecreation", "transport", "transport.road",
        "socialHousing", "naturalResources",
    ];

    private static readonly string[] Clusters =
        ["CCM", "EDU", "ERY", "SHL", "TEL", "FSC", "HEA", "LOG", "NUT", "PRO", "PRO-CPN", "PRO-GBV", "PRO-HLP", "PRO-MIN", "WSH"];

    [Theory]
    [InlineData("nb", "Vannforsyning", "nb")]
    [InlineData("nn-NO, en;q=0.5", "Vannforsyning", "nb")]
    [InlineData("fr, uk;q=0.3, en;q=0.2", "Водопостачання", "uk")]
    [InlineData("en;q=0.1, uk;q=0", "Water supply", "en")]
    [InlineData("fr", "Water supply", "en")]
    [InlineData(null, "Water supply", "en")]
    public async Task The_list_speaks_the_readers_language(string? wish, string name, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/areas", UriKind.Relative));
        if (wish is not null)
            request.Headers.Add("Accept-Language", wish);
        var answer = await Answer.OfAsync(await registry.Http.SendAsync(request));
        var page = answer.As<AreaListView>();
        Assert.Null(page.Next);
        Assert.Equal(language, Assert.Single(answer.Message.Content.Headers.ContentLanguage));
        Assert.Contains("Accept-Language", answer.Message.Headers.Vary);
        var water = Assert.Single(page.Items, area => area.Code == "WAT");
        Assert.Equal(name, water.Name);
        Assert.Equal(new LocalizedText("Vannforsyning", "Водопостачання", "Water supply"), water.Names);
        Assert.Equal(["14021", "14031"], water.DacCodes);
    }

    [Fact]
    public async Task What_the_address_asks_for_comes_before_what_the_browser_prefers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/areas?lang=uk", UriKind.Relative));
        request.Headers.Add("Accept-Language", "nb");
        var areas = (await Answer.OfAsync(await registry.Http.SendAsync(request))).As<AreaListView>().Items;
        Assert.Equal("Водопостачання", Assert.Single(areas, area => area.Code == "WAT").Name);
    }

    [Fact]
    public async Task The_list_is_complete_and_each_area_has_names_in_three_languages_a_group_and_DAC_codes()
    {
        var areas = (await registry.GetAsync("areas")).As<AreaListView>().Items;
        Assert.Equal(48, areas.Count);
        Assert.Equal(areas.Count, areas.Select(area => area.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(areas, area =>
        {
            Assert.False(string.IsNullOrEmpty(area.Names.Nb) || string.IsNullOrEmpty(area.Names.Uk) || string.IsNullOrEmpty(area.Names.En));
            Assert.NotEmpty(area.Broader);
            Assert.NotEmpty(area.DacCodes);
            Assert.All(area.DacCodes, code => Assert.Matches("^[0-9]{5}$", code));
            Assert.Contains(area.RdnaSector, Rdna);
            Assert.Contains(area.Oc4idsSector, Oc4ids);
            Assert.Matches(@"^(0[1-9]|10)\.[1-9]$", area.Cofog);
            Assert.True(area.Cluster is null || Clusters.Contains(area.Cluster), area.Cluster);
            Assert.Null(area.DeprecatedSince);
        });
        Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", (await registry.GetAsync("areas")).As<AreaListView>().Version);
    }

    [Fact]
    public async Task A_deprecated_area_stays_in_the_offers_that_have_it_and_new_ones_are_told_what_took_its_place()
    {
        await using var server = new RegistryServer();
        await server.InitializeAsync();
        var offer = await server.SubmitOfferAsync();
        var old = AreaList.Current.Areas.Single(area => area.Code == "WAT") with { DeprecatedSince = new DateOnly(2026, 1, 1), ReplacedBy = "SAN" };
        Assert.Equal(1, await LoadAsync(server, [old]));

        var refused = await server.SendAsync(HttpMethod.Post, "offers", Bodies.Offer((await server.RegisterMunicipalityAsync()).Code));
        refused.MustName("areas[0].area", "deprecated_area");
        Assert.Contains("SAN", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(offer.Municipality).With("personDays", "70"), 1)).Status);
        (await server.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(offer.Municipality).With("areas[0].area", "\"SAN\""), 2)).As<OfferView>();
        (await server.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", Bodies.Offer(offer.Municipality), 3)).MustName("areas[0].area", "deprecated_area");
        var told = (await server.GetAsync("areas")).As<AreaListView>().Items.Single(area => area.Code == "WAT");
        Assert.Equal((new DateOnly(2026, 1, 1), "SAN"), (told.DeprecatedSince, told.ReplacedBy));
        // Needs-intake refuses it, too.
        await server.UntilOutboxIsEmptyAsync();
        var heard = server.NeedsIntake.Heard<AreaChanged>().Where(area => area.Code == "WAT").MaxBy(area => area.Version)!;
        Assert.Equal((new DateOnly(2026, 1, 1), "SAN"), (heard.DeprecatedSince, heard.ReplacedBy));
    }

    [Fact]
    public async Task Migrate_told_both_neighbours_of_every_area_once()
    {
        await registry.UntilOutboxIsEmptyAsync();
        var areas = (await registry.GetAsync("areas")).As<AreaListView>().Items.Select(area => area.Code);
        foreach (var neighbour in new[] { registry.NeedsIntake, registry.Matching })
            Assert.Equal(areas, neighbour.Heard<AreaChanged>().Where(area => area.Version == 1).Select(area => area.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Loading_again_changes_nothing_and_a_new_name_raises_the_version_and_is_told()
    {
        var list = await registry.InsideAsync(async services => (await services.GetRequiredService<FindAreas>().RunAsync("en", default))
            .Select(EntryOf).ToList());
        Assert.Equal(0, await LoadAsync(list));

        var renamed = list.ConvertAll(area => area.Code == "TOU" ? area with { Names = area.Names with { En = "Visitors" } } : area);
        Assert.Equal(1, await LoadAsync(renamed));
        Assert.Equal(0, await LoadAsync(renamed));
        Assert.Equal(0, await LoadAsync(renamed.FindAll(area => area.Code != "WAT")));

        await registry.UntilOutboxIsEmptyAsync();
        var told = registry.Matching.Heard<AreaChanged>().Last(area => area.Code == "TOU");
        Assert.Equal((2, "Visitors"), (told.Version, told.Names.En));
        Assert.Equal(
            "Visitors",
            await registry.Database.ScalarAsync<string>("select after->'names'->>'en' from audit where action = 'area.change' and subject_id = 'TOU'"));
    }

    private static AreaEntry EntryOf(AreaView area) => new(
        area.Code, area.Names, area.Broader, area.DacCodes, area.RdnaSector, area.Cofog, area.Cluster, area.Oc4idsSector, area.DeprecatedSince, area.ReplacedBy);

    private Task<int> LoadAsync(IReadOnlyList<AreaEntry> list) => LoadAsync(registry, list);

    private static Task<int> LoadAsync(RegistryServer server, IReadOnlyList<AreaEntry> list) =>
        server.InsideAsync(services => new LoadAreas(
            services.GetRequiredService<RegistryDb>(), services.GetRequiredService<AuditActor>()).BringUpToAsync(list, default));
}
