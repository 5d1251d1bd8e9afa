using System.Net;
using Kommunebro.Tests.NeedsIntake.Hosting;
using MiniExcelLibs;

namespace Kommunebro.Tests.NeedsIntake.Imports;

public sealed class ParticularsColumnsTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private static readonly string[] Particulars =
    [
        "kind", "secondaryAreas", "translations", "peopleAffected", "quantity", "season", "readiness", "dreamId", "rdnaSector", "cost",
        "constraints", "wishes", "vetoes", "locationPrecision",
    ];

    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task All_that_a_need_can_say_comes_in_by_a_norwegian_sheet()
    {
        var need = await OnlyNeedAsync($"""
            Hromada (KATOTTG);Tittel (ukrainsk);Tittel (norsk);Område;Tidshorisont;Hastegrad;Arbeidsspråk;Hvem får se det;Type behov;Andre områder;Oversettelse (norsk);Mennesker det gjelder;Av dem internt fordrevne;Av dem barn;Av dem veteraner;Mengde;Enhet;Av det allerede gitt av andre;Årstid;Hvor langt det er kommet;Prosjektets id i DREAM;Sektor i RDNA;Anslått kostnad;Valuta;Egenandel;Begrensninger;Ønsker;Vil ikke ha;Stedets nøyaktighet
            {Places.Vinnytsia.Code};Насоси для водогону;Pumper;WAT;Lang;2;uk;For partnere;Utstyr;HEA-D;Maskin;12000;3000;2500;40;2,5;Kubikkmeter;0,5;Vinter;i DREAM;DREAM-UA-010126-1A2B3C4D;Vann og avløp;1 200 000,50;UAH;100000;Portforbud;Gjerne kystkommune;Ingen brukte pumper;Bare oblast
            """);

        Assert.Equal(
            """
            "equipment" ["HEA-D"] [{"language":"nb","by":"machine"}] {"total":12000,"idps":3000,"children":2500,"veterans":40} {"requested":2.5,"unit":"cubic_metre","fulfilled":0.5} "winter" "in_dream" "DREAM-UA-010126-1A2B3C4D" "water_supply_and_sanitation" {"estimated":1200000.50,"currency":"UAH","ownContribution":100000} "Portforbud" "Gjerne kystkommune" "Ingen brukte pumper" "oblast"
            """.Trim(),
            string.Join(' ', Particulars.Select(field => need.Body[field]!.ToJsonString())));
    }

    [Theory]
    [InlineData("cost", "1200", "currency:missing_field")]
    [InlineData("cost,currency", "1.200,UAH", "cost:invalid_amount")]
    [InlineData("cost,currency", "much,UAH", "cost:invalid_amount")]
    [InlineData("cost,currency", "1200,RUB", "currency:unknown_currency")]
    [InlineData("cost,currency,own_contribution", "1200,UAH,1300", "own_contribution:part_over_whole")]
    [InlineData("own_contribution", "5", "cost:missing_field currency:missing_field")]
    [InlineData("quantity", "5", "unit:missing_field")]
    [InlineData("quantity,unit", "5,bucket", "unit:unknown_value")]
    [InlineData("quantity,unit", "0,piece", "quantity:out_of_range")]
    [InlineData("people,children", "5,6", "children:part_over_whole")]
    [InlineData("people", "some", "people:wrong_type")]
    [InlineData("readiness", "in DREAM", "dream_id:missing_field")]
    [InlineData("dream_id", "12345", "dream_id:invalid_dream_id")]
    [InlineData("secondary_areas", "WAT", "secondary_areas:stands_twice")]
    [InlineData("secondary_areas", "NOPE", "secondary_areas:unknown_area")]
    [InlineData("translation_uk", "person", "translation_uk:no_original")]
    [InlineData("translation_en", "person", "translation_en:no_text translation_uk:no_original")]
    [InlineData("kind", "miracle", "kind:unknown_value")]
    public async Task What_breaks_a_rule_is_told_with_its_column_in_words(string columns, string cells, string faults)
    {
        var import = await _server.UploadAsync($"{NeedsFile.Header},{columns}\n{NeedsFile.Row("Вода")},{cells}", "?dryRun=true&lang=nb");

        var row = (await _server.GetAsync($"{import.Location}/rows")).Expect(HttpStatusCode.OK).Items.Single();
        var told = row["faults"]!.AsArray();
        Assert.Equal(faults, string.Join(' ', told.Select(fault => $"{fault!["column"]}:{fault["code"]}").Order(StringComparer.Ordinal)));
        Assert.All(told, fault => Assert.DoesNotContain((string)fault!["code"]!, (string)fault["message"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("12,5", "12.5")]
    [InlineData("0,125", "0.125")]
    [InlineData("1.1250", "1.1250")]
    [InlineData("1 200 000,50", "1200000.50")]
    [InlineData("1\u00A0200\u202F000", "1200000")]
    [InlineData("1,200", null)]
    [InlineData("1.200", null)]
    [InlineData("1.200.000", null)]
    [InlineData("1,200.5", null)]
    [InlineData("12 00", null)]
    [InlineData("5 kr", null)]
    [InlineData("99999999999999999999999999999999", null)]
    public async Task A_number_is_read_as_it_is_written_and_not_guessed(string cell, string? number)
    {
        var import = await _server.UploadAsync($"{NeedsFile.Header},quantity,unit\n{NeedsFile.Row($"\"Мішки {cell}\"")},\"{cell}\",piece");

        var row = (await _server.GetAsync($"{import.Location}/rows")).Items.Single();
        if (number is null)
            Assert.Equal("invalid_amount", (string?)row["faults"]!.AsArray().Single()!["code"]);
        else
            Assert.Equal(number, (await _server.GetNeedAsync((string)row["needId"]!)).Body["quantity"]!["requested"]!.ToJsonString());
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task Every_word_that_the_template_offers_is_understood(string language)
    {
        using var workbook = new MemoryStream(await _server.Http.GetByteArrayAsync(new Uri($"/api/v1/needs/import-template?format=xlsx&lang={language}", UriKind.Relative)));
        var words = workbook.Query(sheetName: workbook.GetSheetNames()[1]).Skip(1).Cast<IDictionary<string, object?>>()
            .SelectMany(row => $"{row["E"]}".Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(word => (Column: $"{row["B"]}", Word: word)))
            .Where(choice => choice.Column is not ("translation_uk" or "translation_en" or "translation_nb")).ToList();
        var rows = words.Select((choice, i) => new Dictionary<string, object?>(
            words.Select(other => other.Column).Distinct().Where(column => column is not ("horizon" or "sensitivity")).Select(column => KeyValuePair.Create(column, (object?)null)))
        {
            ["municipality"] = Places.Vinnytsia.Code, ["title_en"] = $"Need {i}", ["area"] = "WAT", ["horizon"] = "long", ["urgency"] = 1,
            ["languages"] = "uk", ["sensitivity"] = "public", ["dream_id"] = "DREAM-UA-010126-1A2B3C4D", ["quantity"] = choice.Column == "unit" ? 1 : null,
            [choice.Column] = choice.Word,
        });

        var import = await _server.UploadAsync(NeedsFile.Workbook([.. rows]), NeedsFile.Xlsx, "?dryRun=true");

        Assert.True(words.Count > 60 && import.Outcomes() == $"valid {words.Count}", $"{(await _server.GetAsync($"{import.Location}/rows?outcome=refused")).Body}");
    }

    [Fact]
    public async Task An_export_of_all_that_a_need_says_can_be_imported_again()
    {
        await using var other = await NeedsServer.StartAsync();
        var need = await other.SubmitNeedAsync(ANeed.InFull(Places.Studena).With("description", "null").With("cost", """{"estimated":1250000.25,"currency":"UAH","ownContribution":125000}"""));
        var sheet = await other.Http.GetStringAsync(new Uri("/api/v1/needs/export?lang=nb", UriKind.Relative));
        var rows = sheet.TrimEnd().Split("\r\n").Select(line => line.Split(';')).ToList();
        var template = (await other.Http.GetStringAsync(new Uri("/api/v1/needs/import-template?lang=nb", UriKind.Relative))).Trim('\uFEFF', '\r', '\n').Split(';');
        var known = Enumerable.Range(0, rows[0].Length).Where(i => template.Contains(rows[0][i])).ToList();

        var again = await OnlyNeedAsync(string.Join("\r\n", rows.Select(row => string.Join(';', known.Select(i => row[i])))));

        Assert.Equal(template.Length - 1, known.Count);
        var original = await other.GetNeedAsync($"{need.Id}");
        Assert.All(Particulars, field => Assert.Equal(original.Body[field]?.ToJsonString(), again.Body[field]?.ToJsonString()));
    }

    private async Task<Answer> OnlyNeedAsync(string file)
    {
        var import = await _server.UploadAsync(file);
        var row = (await _server.GetAsync($"{import.Location}/rows")).Expect(HttpStatusCode.OK).Items.Single();
        Assert.True(import.Outcomes() == "imported 1", $"{row}");
        return await _server.GetNeedAsync((string)row["needId"]!);
    }
}
