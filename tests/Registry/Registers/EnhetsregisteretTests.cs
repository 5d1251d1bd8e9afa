using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Reviews;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Registers;

public sealed class EnhetsregisteretTests : IAsyncLifetime
{
    private const string Volda = "123456785";
    private const string Authority = "971045698";
    private readonly RegistryServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.UploadAsync("klass", RegisterFiles.Counties, "&classification=104");
        await _server.UploadAsync("klass", RegisterFiles.Codes(("1577", "Volda"), ("1508", "Ålesund")));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_municipality_gets_its_number_address_and_website_and_nothing_of_persons()
    {
        var file = RegisterFiles.Units(RegisterFiles.Unit(Volda, "VOLDA KOMMUNE", "KOMM", "1577", "www.volda.kommune.no"));

        var answer = await _server.UploadAsync("enhetsregisteret", file, "&asOf=2026-10-08");
        Assert.Contains($"1577 organisationNumber: “” → “{Volda}”", answer.Report);
        Assert.Equal("This is known. Nothing was changed.", (await _server.UploadAsync("enhetsregisteret", file)).Report[^1]);

        var view = (await _server.GetAsync("municipalities/1577")).As<MunicipalityView>();
        Assert.Equal((Volda, "Volda"), (view.OrganisationNumber, view.Names.Nb));
        var figures = (await _server.GetAsync("municipalities/1577/figures")).As<Page<FigureView>>().Items.ToDictionary(figure => figure.Name);
        Assert.Equal(("https://www.volda.kommune.no", new DateOnly(2026, 10, 8)), (figures[FigureName.Website].Value, figures[FigureName.Website].AsOf));
        Assert.Equal("Stormyra 2, 6100 VOLDA", figures[FigureName.Address].Value);
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from figures where value like '%postmottak%'"));
    }

    [Fact]
    public async Task A_county_authority_is_found_by_its_name_wherever_its_office_lies_and_a_company_by_its_office()
    {
        // As Akershus', whose office lies in Oslo.
        var file = $"[{RegisterFiles.Unit(Authority, "MØRE OG ROMSDAL FYLKESKOMMUNE", "FYLK", "0301", "")}, {RegisterFiles.Unit("820852982", "TESTRENOVASJON IKS", "IKS", "1577", "")}, {RegisterFiles.Unit("958935420", "TESTBEDRIFT AS", "AS", "1577", "")}]";

        Assert.Contains("2 new municipalities", (await _server.UploadAsync("enhetsregisteret", file)).Sum(), StringComparison.Ordinal);

        var authority = (await _server.GetAsync("municipalities/15")).As<MunicipalityView>();
        Assert.Equal((MunicipalityKind.CountyAuthority, "Møre og Romsdal fylkeskommune", Authority), (authority.Kind, authority.Names.Nb, authority.OrganisationNumber));
        var company = (await _server.GetAsync("municipalities/820852982")).As<MunicipalityView>();
        Assert.Equal((MunicipalityKind.IntermunicipalCompany, "15"), (company.Kind, company.Region.Code));
        Assert.Equal("This is known. Nothing was changed.", (await _server.UploadAsync("enhetsregisteret", file)).Report[^1]);
    }

    [Fact]
    public async Task What_only_a_person_can_say_waits_in_the_queue_and_is_settled_with_a_note()
    {
        await _server.UploadAsync("enhetsregisteret", RegisterFiles.Units(RegisterFiles.Unit(Volda, "VOLDA KOMMUNE", "KOMM", "1577", "")));
        var other = RegisterFiles.Units(
            RegisterFiles.Unit(Authority, "VOLDA NYE KOMMUNE", "KOMM", "1577", ""),
            RegisterFiles.Unit("820852982", "ÅLESUND KOMMUNE", "KOMM", "1508", "ikke et nettsted"),
            RegisterFiles.Unit("958935420", "UKJENT FYLKESKOMMUNE", "FYLK", "1577", ""));

        Assert.Contains("3 rows for review", (await _server.UploadAsync("enhetsregisteret", other)).Sum(), StringComparison.Ordinal);
        Assert.Contains("0 rows for review", (await _server.UploadAsync("enhetsregisteret", other)).Sum(), StringComparison.Ordinal);

        Assert.Equal(Volda, (await _server.GetAsync("municipalities/1577")).As<MunicipalityView>().OrganisationNumber);
        var queue = (await _server.GetAsync("imports/reviews?status=open&lang=nb")).As<Page<ReviewView>>().Items;
        Assert.Equal(["invalid_address", "number_changed", "unknown_county"], queue.Select(row => row.Reason).Order(StringComparer.Ordinal));
        var row = queue.Single(one => one.Code == "1577");
        Assert.StartsWith("Registeret har et annet organisasjonsnummer.", row.Text, StringComparison.Ordinal);

        var note = new System.Text.Json.Nodes.JsonObject { ["note"] = "Spurt kommunen: det gamle gjelder." };
        (await _server.SendAsync(HttpMethod.Post, $"imports/reviews/{row.Id}/settle", note, 7)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        var settled = (await _server.SendAsync(HttpMethod.Post, $"imports/reviews/{row.Id}/settle", note.DeepClone(), row.Version)).As<ReviewView>();
        Assert.Equal((ReviewStatus.Settled, "Spurt kommunen: det gamle gjelder."), (settled.Status, settled.Note));
        (await _server.SendAsync(HttpMethod.Post, $"imports/reviews/{row.Id}/settle", note.DeepClone(), settled.Version)).MustBe(HttpStatusCode.Conflict, "review_settled");
        await _server.UploadAsync("enhetsregisteret", other);
        Assert.Equal(2, (await _server.GetAsync("imports/reviews?status=open")).As<Page<ReviewView>>().Items.Count);
    }

    [Theory]
    [InlineData("123456789", "VOLDA KOMMUNE", "Row 1, organisasjonsnummer: The check digit does not fit. “123456789”")]
    [InlineData("12345", "VOLDA KOMMUNE", "Row 1, organisasjonsnummer: An organisation number is nine digits. “12345”")]
    [InlineData(Volda, "", "Row 1, navn: The name is missing. “123456785”")]
    public async Task One_bad_row_changes_nothing(string number, string name, string line)
    {
        var answer = await _server.UploadAsync("enhetsregisteret", RegisterFiles.Units(RegisterFiles.Unit(number, name, "KOMM", "1577", ""), RegisterFiles.Unit("820852982", "ÅLESUND KOMMUNE", "KOMM", "1508", "")));

        Assert.Equal((UploadOutcome.Faulty, line), (answer.Outcome, answer.Report[0]));
        Assert.Null((await _server.GetAsync("municipalities/1508")).As<MunicipalityView>().OrganisationNumber);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[ 7 ]")]
    [InlineData("""{ "_embedded": { "enheter": "none" } }""")]
    public async Task What_has_not_its_form_is_refused(string content) =>
        (await _server.TryUploadAsync("enhetsregisteret", content)).MustBe(HttpStatusCode.BadRequest, "wrong_form");

    [Fact]
    public async Task A_partner_may_neither_import_nor_read_the_queue()
    {
        using var partner = await _server.PartnerAsync("registry.read offers.write", "1577");
        using var body = new ByteArrayContent("{}"u8.ToArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await RegistryServer.SendAsync(partner, HttpMethod.Put, "imports/klass?file=a.json", body)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RegistryServer.SendAsync(partner, HttpMethod.Get, "imports/reviews", null)).Status);
    }
}
