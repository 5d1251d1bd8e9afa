using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Registers;

/// <summary>Which of several statements counts.</summary>
public sealed class FigureBookTests : IAsyncLifetime
{
    private const string Code = "1508";
    private readonly RegistryServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.PutMunicipalityAsync(Bodies.Municipality(Code, "Ålesund"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_sent_again_does_not_undo_what_a_person_corrected()
    {
        const string file = $"kommunenummer,population_2026,lat,lon\n{Code},50000,62.4,6.2\n";
        await AttributesAsync(file, "2026-01-01");
        var taken = await ReadAsync();
        Assert.Equal((50000, 62.4), (taken.Population, taken.Latitude));
        await _server.PutMunicipalityAsync(Bodies.Municipality(Code, "Ålesund").With("population", "50001").With("latitude", "62.5"), taken.Version);

        Assert.Equal("This is known. Nothing was changed.", (await AttributesAsync(file, "2026-01-01")).Report[^1]);
        Assert.Equal("This is known. Nothing was changed.", (await AttributesAsync(file, "2026-02-01")).Report[^1]);

        Assert.Equal((50001, 62.5), (await ReadAsync()) is var kept ? (kept.Population, kept.Latitude) : default);
    }

    [Fact]
    public async Task An_older_file_of_one_register_does_not_overrule_a_newer_one_of_another()
    {
        const string older = $"kommunenummer,lat,lon\n{Code},62.4,6.2\n";
        await AttributesAsync(older, "2025-01-01");
        await _server.UploadAsync("geonorge", """[ { "fylkesnummer": "15", "fylkesnavn": "Møre og Romsdal", "kommuner": [ { "kommunenummer": "1508", "kommunenavn": "Ålesund", "punktIOmrade": { "coordinates": [6.4, 62.6] } } ] } ]""");

        await AttributesAsync(older, "2025-01-01");
        await AttributesAsync(older.Replace("62.4", "62.3", StringComparison.Ordinal), "2025-02-01");

        Assert.Equal(62.6, (await ReadAsync()).Latitude);
        Assert.Equal("62.6 6.4", (await FiguresAsync()).Single(figure => figure is { Name: FigureName.Place, Current: true }).Value);
    }

    [Fact]
    public async Task What_was_said_again_later_is_not_overruled_by_an_edition_of_a_day_in_between_that_comes_late()
    {
        foreach (var (settlements, day) in new[] { (12, "2025-01-01"), (12, "2025-06-01"), (13, "2025-03-01"), (12, "2025-02-01") })
            await AttributesAsync($"kommunenummer,settlements\n{Code},{settlements}\n", day);

        Assert.Equal([("12", true), ("13", false)], (await FiguresAsync()).Select(figure => (figure.Value, figure.Current)));

        await AttributesAsync($"kommunenummer,settlements\n{Code},14\n", "2025-07-01");
        Assert.Equal([("14", true), ("13", false), ("12", false)], (await FiguresAsync()).Select(figure => (figure.Value, figure.Current)));
    }

    [Fact]
    public async Task Another_organisation_number_is_not_taken_over_and_waits_for_a_person()
    {
        var answer = await AttributesAsync($"kommunenummer,orgnr\n{Code},971045698\n", "2026-01-01");

        Assert.Contains(answer.Report, line => line.StartsWith($"for review: {Code}, organisationNumber: The register has another organisation number.", StringComparison.Ordinal));
        Assert.Equal("123456785", (await ReadAsync()).OrganisationNumber);
    }

    private Task<Kommunebro.Registry.Imports.UploadAnswer> AttributesAsync(string content, string day) =>
        _server.UploadAsync("attributes", content, $"&asOf={day}", "attributes.csv");

    private async Task<MunicipalityView> ReadAsync() => (await _server.GetAsync($"municipalities/{Code}")).As<MunicipalityView>();

    private async Task<IReadOnlyList<FigureView>> FiguresAsync() => (await _server.GetAsync($"municipalities/{Code}/figures")).As<Page<FigureView>>().Items;
}
