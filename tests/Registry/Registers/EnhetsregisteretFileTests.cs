using Kommunebro.Contracts;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;

namespace Kommunebro.Tests.Registry.Registers;

/// <summary>Units that are easily mistaken for another.</summary>
public sealed class EnhetsregisteretFileTests : IAsyncLifetime
{
    private const string Number = "971045698";
    private const string Other = "820852982";
    private readonly RegistryServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.UploadAsync("klass", RegisterFiles.Counties, "&classification=104");
        await _server.UploadAsync("klass", RegisterFiles.Codes(("1577", "Volda"), ("5610", "Karasjok")));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task One_that_is_being_wound_up_does_not_take_the_place_of_its_successor()
    {
        var ending = RegisterFiles.Unit(Other, "GAMLE VOLDA KOMMUNE", "KOMM", "1577", "").Replace("\"underAvvikling\": false", "\"underAvvikling\": true", StringComparison.Ordinal);

        var answer = await UploadAsync(ending, RegisterFiles.Unit(Number, "VOLDA KOMMUNE", "KOMM", "1577", ""));

        Assert.Contains("1 rows for review", answer.Sum(), StringComparison.Ordinal);
        Assert.Equal(Number, (await ReadAsync("1577")).OrganisationNumber);
    }

    [Fact]
    public async Task A_county_authority_is_called_what_it_calls_itself_in_the_one_of_its_languages()
    {
        await UploadAsync(RegisterFiles.Unit(Number, "FINNMARK FYLKESKOMMUNE", "FYLK", "5610", ""));

        Assert.Equal((MunicipalityKind.CountyAuthority, "Finnmark fylkeskommune"), await ReadAsync("56") is var authority ? (authority.Kind, authority.Names.Nb) : default);
    }

    [Fact]
    public async Task A_company_that_moves_lies_in_its_new_county_by_number_and_by_name()
    {
        await UploadAsync(RegisterFiles.Unit(Number, "TESTRENOVASJON IKS", "IKS", "1577", ""));
        await UploadAsync(RegisterFiles.Unit(Number, "TESTRENOVASJON IKS", "IKS", "5610", ""));

        Assert.Equal(("56", "Finnmark - Finnmárku - Finmarkku"), (await ReadAsync(Number)).Region is var region ? (region.Code, region.Names.Nb) : default);
    }

    [Fact]
    public async Task A_municipality_without_a_kommunenummer_waits_for_a_person_who_is_told_so()
    {
        var answer = await UploadAsync(RegisterFiles.Unit(Number, "VOLDA KOMMUNE", "KOMM", "", ""));

        Assert.Contains($"for review: {Number}, kommunenummer: A kommunenummer is four digits. “VOLDA KOMMUNE”", answer.Report);
    }

    [Theory]
    [InlineData("null", "Row 1, organisasjonsnummer: An organisation number is nine digits.")]
    [InlineData("""{ "organisasjonsnummer": "971045698", "navn": "A", "organisasjonsform": null }, null""", "Row 2, organisasjonsnummer: An organisation number is nine digits.")]
    [InlineData("""{ "organisasjonsnummer": "971045698", "navn": "a\u0007b", "organisasjonsform": { "kode": "KOMM" } }""", "Row 1, navn: The text has control characters, or such that override the direction of writing. “971045698”")]
    public async Task A_row_that_is_none_is_told(string rows, string line)
    {
        var answer = await UploadAsync(rows);

        Assert.Equal((UploadOutcome.Faulty, line), (answer.Outcome, answer.Report[0]));
    }

    [Theory]
    [InlineData("VOLDA KOMMUNE", "navn")]
    [InlineData("Stormyra 2", "forretningsadresse")]
    [InlineData("www.volda.kommune.no", "hjemmeside")]
    public async Task A_text_that_no_key_could_hold_is_told_with_its_row(string text, string field)
    {
        var row = RegisterFiles.Unit(Number, "VOLDA KOMMUNE", "KOMM", "1577", "www.volda.kommune.no").Replace(text, new string('a', 3000), StringComparison.Ordinal);

        Assert.Equal($"Row 1, {field}: The text is too long. “{Number}”", (await UploadAsync(row)).Report[0]);
    }

    private Task<UploadAnswer> UploadAsync(params string[] units) => _server.UploadAsync("enhetsregisteret", RegisterFiles.Units(units));

    private async Task<MunicipalityView> ReadAsync(string code) => (await _server.GetAsync($"municipalities/{code}")).As<MunicipalityView>();
}
