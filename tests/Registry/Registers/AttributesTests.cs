using System.Net;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Registers;

public sealed class AttributesTests : IAsyncLifetime
{
    private readonly string _code = Bodies.NextKatottg();
    private readonly RegistryServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.PutMunicipalityAsync(Bodies.Hromada(_code, "possible_hostilities", "war_zone"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_hromada_gets_population_place_and_figures_and_the_place_of_one_in_the_war_is_kept_back()
    {
        var file = $"\uFEFFkatottg;population_2021;population_2022;lat;lon;area_km2;type;centre_name_uk;edrpou;ще щось\r\n{_code};24000;24500;49.5;36.5;310.2;rural;\"Тестове\";12345678;x\r\n";

        Assert.Contains("0 rows for review", (await UploadAsync(file)).Sum(), StringComparison.Ordinal);
        Assert.Equal("This is known. Nothing was changed.", (await UploadAsync(file)).Report[^1]);

        var view = (await _server.GetAsync($"municipalities/{_code}")).As<MunicipalityView>();
        Assert.Equal((24500, 2022, "12345678"), (view.Population, view.PopulationYear, view.OrganisationNumber));
        Assert.Equal(49.5, await _server.Database.ScalarAsync<double>("select latitude from municipalities"));
        var figures = (await _server.GetAsync($"municipalities/{_code}/figures")).As<Page<FigureView>>().Items;
        Assert.Equal((null, "value"), figures.Single(figure => figure.Name == FigureName.Place) is var place ? (place.Value, place.Masked.Single()) : default);
        Assert.Equal(["24500", "24000"], figures.Where(figure => figure.Name == FigureName.Population).Select(figure => figure.Value));
        Assert.Equal("310.2", figures.Single(figure => figure.Name == FigureName.AreaKm2).Value);
    }

    [Fact]
    public async Task An_older_population_that_comes_late_is_kept_and_says_nothing_of_today()
    {
        await UploadAsync($"katottg,population_2024\n{_code},22000\n");
        await UploadAsync($"katottg,population_2023\n{_code},23000\n");

        Assert.Equal((22000, 2024), (await _server.GetAsync($"municipalities/{_code}")).As<MunicipalityView>() is var view ? (view.Population, view.PopulationYear) : default);
        Assert.Equal(2, (await _server.GetAsync($"municipalities/{_code}/figures")).As<Page<FigureView>>().Items.Count);
    }

    [Theory]
    [InlineData("population_2024", "0", "Zero probably means that the figure is missing. “0”")]
    [InlineData("website", "ingen", "This is no address of a website. “ingen”")]
    [InlineData("lat,lon,coord_check", "49.5,36.5,suspect_shared_point", "The point is doubtful. “suspect_shared_point”")]
    public async Task What_is_doubtful_is_not_taken_over_and_waits_for_a_person(string columns, string cells, string text)
    {
        var answer = await UploadAsync($"katottg,{columns}\n{_code},{cells}\n");

        Assert.Contains(answer.Report, line => line.StartsWith($"for review: {_code}", StringComparison.Ordinal) && line.EndsWith(text, StringComparison.Ordinal));
        Assert.Contains("0 facts changed, 0 new figures", answer.Sum(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("population_2024", "много", "Row 2, population_2024: This is no number. “много”")]
    [InlineData("edrpou", "12345679", "Row 2, edrpou: The check digit does not fit. “12345679”")]
    [InlineData("lat,lon", "36.5,49.5", "Row 2, lat: The point does not lie in the country. “36.5”")]
    [InlineData("lat,lon", "49.5,", "Row 2, lat: This is no number. “49.5”")]
    [InlineData("area_km2", "-3", "Row 2, area_km2: This is no number. “-3”")]
    [InlineData("population_2024", "5000001", "Row 2, population_2024: The number is too great. “5000001”")]
    [InlineData("urban_population_2024", "5000001", "Row 2, urban_population_2024: The number is too great. “5000001”")]
    [InlineData("centrality_class_2024", "7", "Row 2, centrality_class_2024: The number is too great. “7”")]
    [InlineData("centrality_index_2024", "1001", "Row 2, centrality_index_2024: The number is too great. “1001”")]
    [InlineData("centre_name_uk", "a\u202eb", "Row 2, centre_name_uk: The text has control characters, or such that override the direction of writing. “a\u202eb”")]
    public async Task One_bad_cell_changes_nothing(string columns, string cells, string line)
    {
        var answer = await UploadAsync($"katottg,settlements,{columns}\n{_code},12,{cells}\n");

        Assert.Equal((UploadOutcome.Faulty, line), (answer.Outcome, answer.Report[0]));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from figures"));
    }

    [Fact]
    public async Task A_forecast_is_passed_over()
    {
        var answer = await UploadAsync($"katottg,population_2099,population_2024\n{_code},23000,22000\n");

        Assert.Contains("1 new figures", answer.Sum(), StringComparison.Ordinal);
        Assert.Equal((22000, 2024), (await _server.GetAsync($"municipalities/{_code}")).As<MunicipalityView>() is var view ? (view.Population, view.PopulationYear) : default);
    }

    [Fact]
    public async Task The_report_says_of_a_place_in_the_war_only_that_it_changes_and_of_another_what_it_becomes()
    {
        var safe = (await _server.RegisterHromadaAsync()).Code;

        var answer = await _server.UploadAsync("attributes", $"katottg,lat,lon\n{_code},49.5,36.5\n{safe},48.5,35.5\n", "&dryRun=true", "attributes.csv");

        Assert.Contains($"{_code} place: changes (the values are kept back)", answer.Report);
        Assert.Contains($"{safe} place: “49.123456 36.654321” → “48.5 35.5”", answer.Report);
        Assert.DoesNotContain(answer.Report, line => line.Contains(_code, StringComparison.Ordinal) && line.Contains("49.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("urban,13")]
    [InlineData("urban\"")]
    public async Task A_quote_that_is_not_closed_is_told_and_drops_no_row(string rest)
    {
        var file = $"katottg,type,settlements\n{_code},\"rural,12\n{Bodies.NextKatottg()},{rest}\n";

        (await _server.TryUploadAsync("attributes", file, file: "a.csv")).MustBe(HttpStatusCode.BadRequest, "malformed_csv");
    }

    [Fact]
    public async Task A_code_that_is_none_or_stands_twice_is_told()
    {
        var answer = await UploadAsync($"katottg,settlements\n{_code},12\n{_code},12\nUA63000000000041885,1\n{_code.Replace("UA", "UА", StringComparison.Ordinal)},1\n");

        Assert.Equal([$"Row 3, katottg: The code stands twice. “{_code}”", "Row 4, katottg: The code is not of a hromada. “UA63000000000041885”"], answer.Report.Take(2));
        Assert.StartsWith("Row 5, katottg: The code has Cyrillic letters.", answer.Report[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_codes_or_rows_or_of_another_kind_is_refused()
    {
        (await _server.TryUploadAsync("attributes", "name,population_2024\nA,1\n", file: "a.csv")).MustBe(HttpStatusCode.BadRequest, "missing_column");
        (await _server.TryUploadAsync("attributes", "katottg,population_2024\n", file: "a.csv")).MustBe(HttpStatusCode.BadRequest, "empty_file");
        (await _server.TryUploadAsync("attributes", "katottg\n", file: "a.xlsx")).MustBe(HttpStatusCode.BadRequest, "unsupported_file");
        (await _server.TryUploadAsync("nothing", "katottg\n", file: "a.csv")).MustBe(HttpStatusCode.NotFound, "register_not_found");
    }

    private Task<UploadAnswer> UploadAsync(string content) => _server.UploadAsync("attributes", content, "&asOf=2025-05-16", "attributes.csv");
}
