using System.Net.Http.Headers;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Areas;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Registry.Areas;

public sealed class AreasTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
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
        var page = answer.As<Page<AreaView>>();
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
        var areas = (await Answer.OfAsync(await registry.Http.SendAsync(request))).As<Page<AreaView>>().Items;
        Assert.Equal("Водопостачання", Assert.Single(areas, area => area.Code == "WAT").Name);
    }

    [Fact]
    public async Task The_list_is_complete_and_each_area_has_names_in_three_languages_a_group_and_DAC_codes()
    {
        var areas = (await registry.GetAsync("areas")).As<Page<AreaView>>().Items;
        Assert.Equal(48, areas.Count);
        Assert.Equal(areas.Count, areas.Select(area => area.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(areas, area =>
        {
            Assert.False(string.IsNullOrEmpty(area.Names.Nb) || string.IsNullOrEmpty(area.Names.Uk) || string.IsNullOrEmpty(area.Names.En));
            Assert.NotEmpty(area.Broader);
            Assert.NotEmpty(area.DacCodes);
            Assert.All(area.DacCodes, code => Assert.Matches("^[0-9]{5}$", code));
        });
    }

    [Fact]
    public async Task Migrate_told_both_neighbours_of_every_area_once()
    {
        await registry.UntilOutboxIsEmptyAsync();
        var areas = (await registry.GetAsync("areas")).As<Page<AreaView>>().Items.Select(area => area.Code);
        foreach (var neighbour in new[] { registry.NeedsIntake, registry.Matching })
            Assert.Equal(areas, neighbour.Heard<AreaChanged>().Where(area => area.Version == 1).Select(area => area.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Loading_again_changes_nothing_and_a_new_name_raises_the_version_and_is_told()
    {
        var list = await registry.InsideAsync(async services => (await services.GetRequiredService<FindAreas>().RunAsync("en", default))
            .Select(area => new AreaEntry(area.Code, area.Names, area.Broader, area.DacCodes)).ToList());
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

    private Task<int> LoadAsync(IReadOnlyList<AreaEntry> list) =>
        registry.InsideAsync(services => new LoadAreas(
            services.GetRequiredService<RegistryDb>(), services.GetRequiredService<AuditActor>()).BringUpToAsync(list, default));
}
