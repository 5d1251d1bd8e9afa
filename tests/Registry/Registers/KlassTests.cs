using System.Net;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Succession;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Registers;

public sealed class KlassTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Municipalities_are_registered_below_their_counties_and_the_same_again_changes_nothing()
    {
        await _server.UploadAsync("klass", RegisterFiles.Counties, "&classification=104");
        var codes = RegisterFiles.Codes(("1508", "Ålesund"), ("5610", "Kárášjohka - Karasjok"), ("9999", "Uoppgitt"));

        Assert.Equal("3 rows: 2 new municipalities, 0 facts changed, 2 new figures, 2 new codes and successions, 0 rows for review.", (await _server.UploadAsync("klass", codes)).Sum());
        Assert.Equal("This is known. Nothing was changed.", (await _server.UploadAsync("klass", codes)).Report[^1]);

        var view = (await _server.GetAsync("municipalities/1508")).As<MunicipalityView>();
        Assert.Equal(("Ålesund", "15", "Møre og Romsdal", 1L), (view.Names.Nb, view.Region.Code, view.Region.Names.Nb, view.Version));
        await _server.UntilOutboxIsEmptyAsync();
        Assert.Equal(["1508", "5610"], _server.Matching.Heard<MunicipalityChanged>().Select(told => told.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_known_name_that_is_a_part_of_the_official_one_stays_and_another_is_taken_over()
    {
        await _server.UploadAsync("klass", RegisterFiles.Counties, "&classification=104");
        await _server.PutMunicipalityAsync(Bodies.Municipality("5610", "Karasjok"));
        await _server.PutMunicipalityAsync(Bodies.Municipality("1508", "Aalesund"));

        var dry = await _server.UploadAsync("klass", RegisterFiles.Codes(("1508", "Ålesund"), ("5610", "Kárášjohka - Karasjok")), "&dryRun=true&lang=nb");
        Assert.Equal(UploadOutcome.DryRun, dry.Outcome);
        Assert.Contains("1508 names: «Aalesund / Тествік» → «Ålesund»", dry.Report);
        Assert.Equal("Aalesund", (await _server.GetAsync("municipalities/1508")).As<MunicipalityView>().Names.Nb);

        await _server.UploadAsync("klass", RegisterFiles.Codes(("1508", "Ålesund"), ("5610", "Kárášjohka - Karasjok")));
        Assert.Equal("Ålesund", (await _server.GetAsync("municipalities/1508")).As<MunicipalityView>().Names.Nb);
        Assert.Equal(("Karasjok", 12345), (await _server.GetAsync("municipalities/5610")).As<MunicipalityView>() is var karasjok ? (karasjok.Names.Nb, karasjok.Population) : default);
    }

    [Fact]
    public async Task Who_is_not_listed_any_more_stays_and_waits_for_a_person_once()
    {
        await _server.UploadAsync("klass", RegisterFiles.Counties, "&classification=104");
        await _server.UploadAsync("klass", RegisterFiles.Codes(("1507", "Ålesund"), ("1577", "Volda")));

        foreach (var reviews in new[] { 1, 0 })
            Assert.Contains($"{reviews} rows for review", (await _server.UploadAsync("klass", RegisterFiles.Codes(("1577", "Volda")))).Sum(), StringComparison.Ordinal);

        Assert.Equal("Ålesund", (await _server.GetAsync("municipalities/1507")).As<MunicipalityView>().Names.Nb);
    }

    [Fact]
    public async Task A_list_of_an_earlier_year_is_history_and_registers_nobody()
    {
        var answer = await _server.UploadAsync("klass", RegisterFiles.Codes(("1504", "Ålesund")), "&asOf=2019-06-01");

        Assert.Contains("0 new municipalities, 0 facts changed, 0 new figures, 1 new codes", answer.Sum(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("municipalities/1504")).Status);
        Assert.Equal("1504", Assert.Single((await SuccessionAsync("1504", "2019-06-01", "2019-07-01")).Successors).Code);
    }

    [Fact]
    public async Task A_dated_code_is_followed_through_mergers_and_splits_and_several_successors_are_never_made_one()
    {
        // Five became one in 2020, and that was split again in 2024, when a code was used anew.
        await _server.UploadAsync("klass", RegisterFiles.Changes(
            ("1504", "1507", "2020-01-01"), ("1523", "1507", "2020-01-01"), ("1507", "1508", "2024-01-01"), ("1507", "1580", "2024-01-01")));

        var merged = await SuccessionAsync("1523", "2019-12-31", "2023-12-31");
        Assert.Equal(("1507", "Nye 1507", false), (Assert.Single(merged.Successors).Code, merged.Successors[0].Name, merged.Ambiguous));
        var split = await SuccessionAsync("1523", "2019-12-31", "2024-01-01");
        Assert.Equal(["1508", "1580"], split.Successors.Select(one => one.Code));
        Assert.Equal((true, 3), (split.Ambiguous, split.Steps.Count));
        Assert.Equal(["1504", "1523"], (await SuccessionAsync("1507", "2022-01-01", "2022-01-01")).Predecessors.Select(step => step.From.Code));
        foreach (var day in new[] { "2019-12-31", "2024-01-01" })
            (await _server.GetAsync($"municipalities/1507/succession?on={day}")).MustBe(HttpStatusCode.NotFound, "code_not_valid");
        (await _server.GetAsync("municipalities/1507/succession?on=2023-01-01&at=2022-01-01")).MustBe(HttpStatusCode.BadRequest, "out_of_range");
    }

    [Fact]
    public async Task Codes_that_are_exchanged_on_one_day_are_not_mixed_up()
    {
        await _server.UploadAsync("klass", RegisterFiles.Changes(("1101", "1102", "2020-01-01"), ("1102", "1101", "2020-01-01")));

        Assert.Equal("1102", Assert.Single((await SuccessionAsync("1101", "2019-01-01", "2020-01-01")).Successors).Code);
    }

    [Fact]
    public async Task Centrality_and_KOSTRA_groups_are_kept_with_source_and_date_and_a_later_edition_stands_beside_the_earlier()
    {
        await _server.PutMunicipalityAsync(Bodies.Municipality("1508", "Ålesund"));
        const string pairs = """{ "correspondenceItems": [ { "sourceCode": "1508", "sourceName": "Ålesund", "targetCode": "3", "targetName": "Mellomsentrale kommuner 1" }, { "sourceCode": "1577", "targetCode": "5" } ] }""";

        var answer = await _server.UploadAsync("klass", pairs, "&target=128&asOf=2024-01-01", "centrality.json");
        Assert.Contains("for review: 1577, code: The code does not stand in the register.", answer.Report);
        await _server.UploadAsync("klass", pairs.Replace("\"3\"", "\"2\"", StringComparison.Ordinal), "&target=128&asOf=2025-01-01");

        var figures = (await _server.GetAsync("municipalities/1508/figures")).As<Page<FigureView>>().Items;
        Assert.Equal([("2", true), ("3", false)], figures.Select(figure => (figure.Value, figure.Current)));
        Assert.Equal((FigureName.CentralityClass, new DateOnly(2024, 1, 1), "klass", "centrality.json"), (figures[1].Name, figures[1].AsOf, figures[1].Register, figures[1].Source));
    }

    [Theory]
    [InlineData("""{ "codes": [ { "code": "150", "name": "Kort" } ] }""", "", "Row 1, code: A kommunenummer is four digits. “150”")]
    [InlineData("""{ "codes": [ { "code": "1508", "name": " " } ] }""", "", "Row 1, name: The name is missing. “1508”")]
    [InlineData("""{ "codes": [ { "code": "1508", "name": "A", "validFrom": "01.01.2024" } ] }""", "", "Row 1, validFrom: This is no date (yyyy-mm-dd). “01.01.2024”")]
    [InlineData("""{ "codes": [ { "code": "1508", "name": "A", "validFrom": "2024-01-01", "validTo": "2020-01-01" } ] }""", "", "Row 1, validTo: The end lies before the start. “1508”")]
    [InlineData("""{ "codeChanges": [ { "oldCode": "1507", "newCode": "15O8", "changeOccurred": "2024-01-01" } ] }""", "", "Row 1, newCode: A kommunenummer is four digits. “15O8”")]
    [InlineData("""{ "codeChanges": [ { "oldCode": "1507", "newCode": "1508", "changeOccurred": "yesterday" } ] }""", "", "Row 1, changeOccurred: This is no date (yyyy-mm-dd). “yesterday”")]
    [InlineData("""{ "codes": [ { "code": "3", "name": "Oslo" } ] }""", "&classification=104", "Row 1, code: A fylkesnummer is two digits. “3”")]
    public async Task One_bad_row_changes_nothing_and_is_told_with_its_row(string content, string query, string line)
    {
        var answer = await _server.UploadAsync("klass", content, query);

        Assert.Equal((UploadOutcome.Faulty, line), (answer.Outcome, answer.Report[0]));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from classification_codes"));
    }

    [Theory]
    [InlineData("{ \"codes\": [", "", "malformed_json")]
    [InlineData("{ \"rows\": [] }", "", "wrong_form")]
    [InlineData("{ \"codes\": \"1508\" }", "", "wrong_form")]
    [InlineData("{ \"correspondenceItems\": [ { \"sourceCode\": \"1508\", \"targetCode\": \"3\" } ] }", "", "wrong_form")]
    [InlineData("{ \"codes\": [ { \"code\": \"1508\", \"name\": \"A\" } ] }", "", "missing_counties")]
    [InlineData("{ \"codes\": [] }", "&classification=7", "invalid_options")]
    [InlineData("{ \"codes\": [] }", "&asOf=2099-01-01", "out_of_range")]
    [InlineData("", "", "empty_file")]
    public async Task What_is_no_answer_of_KLASS_says_why(string content, string query, string code) =>
        (await _server.TryUploadAsync("klass", content, query)).MustBe(HttpStatusCode.BadRequest, code);

    private async Task<SuccessionView> SuccessionAsync(string code, string on, string at) =>
        (await _server.GetAsync($"municipalities/{code}/succession?on={on}&at={at}")).As<SuccessionView>();
}
