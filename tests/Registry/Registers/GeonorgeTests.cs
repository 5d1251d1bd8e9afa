using System.Net;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Registers;

public sealed class GeonorgeTests : IAsyncLifetime
{
    private const string Karasjok = """
        { "kommunenummer": "5610", "kommunenavn": "Kárášjohka", "kommunenavnNorsk": "Karasjok",
          "gyldigeNavn": [ { "navn": "Kárášjohka", "prioritet": 1, "sprak": "Nordsamisk" }, { "navn": "Karasjok", "prioritet": 2, "sprak": "Norsk" } ],
          "samiskForvaltningsomrade": true, "punktIOmrade": { "type": "Point", "coordinates": [25.1, 69.3], "crs": { "type": "name", "properties": { "name": "EPSG:4258" } } } }
        """;

    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_municipality_gets_its_county_its_place_and_its_names_in_other_languages()
    {
        var file = $$"""[ { "fylkesnummer": "56", "fylkesnavn": "Finnmark", "kommuner": [ {{Karasjok}} ] } ]""";

        Assert.Equal("1 rows: 1 new municipalities, 0 facts changed, 4 new figures, 0 new codes and successions, 0 rows for review.", (await _server.UploadAsync("geonorge", file)).Sum());
        Assert.Equal("Це вже відомо. Нічого не змінено.", (await _server.UploadAsync("geonorge", file, "&lang=uk")).Report[^1]);

        var view = (await _server.GetAsync("municipalities/5610")).As<MunicipalityView>();
        Assert.Equal(("Karasjok", "Finnmark", 69.3, 25.1), (view.Names.Nb, view.Region.Names.Nb, view.Latitude, view.Longitude));
        var figures = (await _server.GetAsync("municipalities/5610/figures")).As<Page<FigureView>>().Items.ToDictionary(figure => figure.Name, figure => figure.Value);
        Assert.Equal(("Kárášjohka", "yes", "69.3 25.1"), (figures[FigureName.NameNorthernSami], figures[FigureName.SamiAdministrativeArea], figures[FigureName.Place]));
    }

    [Fact]
    public async Task One_municipality_alone_names_its_county_itself_and_KLASS_agrees_afterwards()
    {
        await _server.UploadAsync("geonorge", Karasjok.Replace("\"kommunenavn\"", "\"fylkesnummer\": \"56\", \"fylkesnavn\": \"Finnmark\", \"kommunenavn\"", StringComparison.Ordinal));
        var before = (await _server.GetAsync("municipalities/5610")).As<MunicipalityView>();
        await _server.UploadAsync("klass", RegisterFiles.Counties, "&classification=104");
        await _server.UploadAsync("klass", RegisterFiles.Codes(("5610", "Kárášjohka - Karasjok")));

        var view = (await _server.GetAsync("municipalities/5610")).As<MunicipalityView>();
        Assert.Equal(("Karasjok", "Finnmark", before.Version), (view.Names.Nb, view.Region.Names.Nb, view.Version));
    }

    [Fact]
    public async Task An_edition_of_an_earlier_year_registers_nobody_and_moves_nobody_to_a_county_that_was()
    {
        var today = $$"""[ { "fylkesnummer": "56", "fylkesnavn": "Finnmark", "kommuner": [ {{Karasjok}} ] } ]""";
        var then = today.Replace("\"Finnmark\"", "\"Troms og Finnmark\"", StringComparison.Ordinal);

        Assert.Contains("0 new municipalities", (await _server.UploadAsync("geonorge", then, "&asOf=2022-01-01")).Sum(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("municipalities/5610")).Status);

        await _server.UploadAsync("geonorge", today);
        await _server.UploadAsync("geonorge", then, "&asOf=2022-01-01");
        Assert.Equal("Finnmark", (await _server.GetAsync("municipalities/5610")).As<MunicipalityView>().Region.Names.Nb);
    }

    [Theory]
    [InlineData("\"5610\"", "\"561\"", "Row 1, kommunenummer: A kommunenummer is four digits. “561”")]
    [InlineData("\"5610\"", "\"5510\"", "Row 1, fylkesnummer: One code does not lie in the other. “5510, 56”")]
    [InlineData("[25.1, 69.3]", "[69.3, 25.1]", "Row 1, punktIOmrade: The point does not lie in the country. “5610”")]
    [InlineData("\"prioritet\": 2, \"sprak\": \"Norsk\" }", "\"prioritet\": 2 }, null, { \"navn\": \"a\\u202eb\", \"sprak\": \"Kvensk\" }", "Row 1, navn: The text has control characters, or such that override the direction of writing. “5610”")]
    [InlineData("\"kommunenavnNorsk\": \"Karasjok\"", "\"kommunenavnNorsk\": \" \"", "Row 1, kommunenavn: The name is missing. “5610”")]
    public async Task One_bad_row_changes_nothing(string good, string bad, string line)
    {
        var answer = await _server.UploadAsync("geonorge", $$"""[ { "fylkesnummer": "56", "fylkesnavn": "Finnmark", "kommuner": [ {{Karasjok.Replace(good, bad, StringComparison.Ordinal)}} ] } ]""");

        Assert.Equal((UploadOutcome.Faulty, line), (answer.Outcome, answer.Report[0]));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from municipalities"));
    }

    [Theory]
    [InlineData("{}", "wrong_form")]
    [InlineData("""[ { "fylkesnummer": "56" } ]""", "wrong_form")]
    [InlineData("[ null ]", "wrong_form")]
    [InlineData("[]", "empty_file")]
    public async Task What_has_not_its_form_is_refused(string content, string code) =>
        (await _server.TryUploadAsync("geonorge", content)).MustBe(HttpStatusCode.BadRequest, code);
}
