using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MiniExcelLibs;

namespace Kommunebro.Tests.Registry.Exports;

public sealed class ExportMunicipalitiesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task A_norwegian_reader_gets_a_sheet_with_words_and_decimals_of_the_language()
    {
        var code = Bodies.NextKatottg();
        await registry.PutMunicipalityAsync(Bodies.Hromada(code));

        using var file = await FileAsync($"q={code}&lang=nb");
        var bytes = await file.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd().Split("\r\n");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.StartsWith("Offisiell kode;Navn;", lines[0][1..], StringComparison.Ordinal);
        Assert.Equal(
            $"{code};Testivska;Testivska;Тестівська;Testivska;Ukraina;hromada;63;Kharkivska;;23456;2022;49,123456;36,654321;ikke på listen;;utenfor krigssonen",
            Assert.Single(lines[1..]));
        Assert.Matches("attachment; filename=municipalities-[0-9-]{10}.csv", $"{file.Content.Headers.ContentDisposition}");
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Every_form_keeps_back_where_a_place_in_or_near_the_war_lies()
    {
        var (safe, near) = (Bodies.NextKatottg(), Bodies.NextKatottg());
        await registry.PutMunicipalityAsync(Bodies.Hromada(safe).With("names.uk", "\"Вивізська\"").With("latitude", "50.5"));
        await registry.PutMunicipalityAsync(Bodies.Hromada(near, "possible_hostilities").With("names.uk", "\"Вивізенська\""));

        var csv = await TextAsync("q=Вивіз&lang=en");
        var geo = JsonNode.Parse(await TextAsync("q=Вивіз&format=geojson"))!["features"]!.AsArray();
        using var xlsx = new MemoryStream(await (await FileAsync("q=Вивіз&format=xlsx&lang=uk")).Content.ReadAsByteArrayAsync());
        var sheet = xlsx.Query().Cast<IDictionary<string, object?>>().ToList();

        Assert.Contains($"{near},", csv, StringComparison.Ordinal);
        Assert.Contains("(masked),(masked),possible hostilities,all of it,", csv, StringComparison.Ordinal);
        Assert.All([csv, geo.ToJsonString(), string.Join(' ', sheet.SelectMany(row => row.Values))], text => Assert.DoesNotContain("49.123", text.Replace(',', '.'), StringComparison.Ordinal));
        Assert.Equal(3, sheet.Count);
        Assert.Equal(2, sheet.SelectMany(row => row.Values).Count(cell => $"{cell}" == "(приховано)"));
        var features = geo.ToDictionary(feature => (string)feature!["id"]!, feature => feature!);
        Assert.Null(features[near]["geometry"]);
        Assert.Equal("""["latitude","longitude"]""", features[near]["properties"]!["masked"]!.ToJsonString());
        Assert.Equal("""{"type":"Point","coordinates":[36.654321,50.5]}""", features[safe]["geometry"]!.ToJsonString());
        Assert.Equal("none", (string?)features[safe]["properties"]!["territoryStatus"]);
    }

    [Fact]
    public async Task An_export_has_what_the_list_has_and_stands_in_the_audit()
    {
        for (var i = 0; i < 3; i++)
            await registry.RegisterMunicipalityAsync($"=Utført {i}");

        var lines = (await TextAsync("q=Utført&country=no&lang=en")).TrimEnd().Split("\r\n");

        Assert.Equal(["'=Utført 0", "'=Utført 1", "'=Utført 2"], lines[1..].Select(line => line.Split(',')[1]));
        Assert.Single((await TextAsync("q=Utført&country=ua&lang=en")).TrimEnd().Split("\r\n"));
        Assert.Equal(1, await registry.Database.ScalarAsync<long>("select count(*) from audit where action = 'municipalities.export' and (after->>'rows')::int = 3"));
    }

    [Theory]
    [InlineData("format=pdf", "unknown_value")]
    [InlineData("lang=de", "unknown_language")]
    [InlineData("country=se", "unknown_value")]
    public async Task What_cannot_be_meant_is_refused(string query, string code) =>
        (await registry.GetAsync($"municipalities/export?{query}")).MustBe(HttpStatusCode.BadRequest, code);

    private async Task<string> TextAsync(string query)
    {
        using var file = await FileAsync(query);
        return await file.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> FileAsync(string query)
    {
        var file = await registry.Http.GetAsync(new Uri($"/api/v1/municipalities/export?{query}", UriKind.Relative));
        Assert.True(file.StatusCode == HttpStatusCode.OK, await file.Content.ReadAsStringAsync());
        return file;
    }
}
