using System.IO.Compression;
using System.Net;
using System.Text;
using Kommunebro.Tests.NeedsIntake.Hosting;
using MiniExcelLibs;

namespace Kommunebro.Tests.NeedsIntake.Imports;

public sealed class NeedFileTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task A_norwegian_sheet_with_byte_order_mark_semicolons_words_and_days_is_understood()
    {
        var file = $"""
            Hromada (KATOTTG);Tittel (norsk);Område;Tidshorisont;Hastegrad;Begrunnelse;Ønsket hjelp;Arbeidsspråk;Hvem får se det;Trengs innen;Eksempel
            {Places.Vinnytsia.Code};Hjelp, med "anførsel";WAT;Akutt;3;Vinter;Råd på avstand, utstyr;uk, nb;For partnere;01.03.2027;ja
            """;

        var need = await OnlyNeedAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(file.Replace("Hjelp, med \"anførsel\"", "\"Hjelp, med \"\"anførsel\"\"\"", StringComparison.Ordinal))], NeedsFile.Csv);

        Assert.Equal("Hjelp, med \"anførsel\"", (string?)need.Body["title"]!["nb"]);
        Assert.Equal(("acute", "partners", "2027-03-01", true), (need.Text("horizon"), need.Text("sensitivity"), need.Text("neededBy"), (bool)need.Body["illustrative"]!));
        Assert.Equal("""["advice_remote","equipment"]""", need.Body["desiredModes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_workbook_with_numbers_and_dates_is_understood()
    {
        var need = await OnlyNeedAsync(NeedsFile.Workbook(new Dictionary<string, object?>
        {
            ["Громада (КАТОТТГ)"] = Places.Studena.Code,
            ["Назва (українською)"] = "Сонячні панелі для школи",
            ["Напрям"] = "HEA-D",
            ["Строк"] = "довгострокова",
            ["Терміновість"] = 2,
            ["Людино-дні"] = 40.0,
            ["Робочі мови"] = "uk",
            ["Хто може бачити"] = "публічна",
            ["Потрібно до"] = new DateTime(2027, 3, 1),
        }), NeedsFile.Xlsx);

        Assert.Equal(("long", "public", "2027-03-01"), (need.Text("horizon"), need.Text("sensitivity"), need.Text("neededBy")));
        Assert.Equal(40, (int)need.Body["personDays"]!);
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_template_that_was_filled_in_is_imported(string language)
    {
        using var csv = await _server.Http.GetAsync(new Uri($"/api/v1/needs/import-template?lang={language}", UriKind.Relative));
        using var xlsx = await _server.Http.GetAsync(new Uri($"/api/v1/needs/import-template?format=xlsx&lang={language}", UriKind.Relative));
        var header = (await csv.Content.ReadAsStringAsync()).Trim('\uFEFF', '\r', '\n');
        using var workbook = new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync());
        var names = ((IDictionary<string, object>)workbook.Query().First()).Values.Select(name => $"{name}").ToList();
        var guide = workbook.Query(sheetName: workbook.GetSheetNames()[1]).Count();

        var separator = language == "en" ? ',' : ';';
        Assert.Equal(names, header.Split(separator));
        Assert.Equal(names.Count + 1, guide);
        string[] cells = ["", Places.Vinnytsia.Code, $"Заповнено {language}", "", "", "", "", "", "WAT", "long", "1", "", "", "", "", "uk", "public"];
        await OnlyNeedAsync(Encoding.UTF8.GetBytes($"{header}\r\n{string.Join(separator, cells)}\r\n"), NeedsFile.Csv);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_kept_as_text_and_an_apostrophe_of_an_export_is_taken_off()
    {
        var need = await OnlyNeedAsync(Encoding.UTF8.GetBytes($"{NeedsFile.Of(NeedsFile.Row("'=HYPERLINK(A1)"))}"), NeedsFile.Csv);

        Assert.Equal("=HYPERLINK(A1)", (string?)need.Body["title"]!["uk"]);
    }

    public static TheoryData<string, string> BadFiles => new()
    {
        { "", "empty_file" },
        { NeedsFile.Header, "empty_file" },
        { "municipality,title_uk\nUA05020030000031457,Вода", "missing_column" },
        { $"{NeedsFile.Header},colour\n{NeedsFile.Row("Вода")},blue", "unknown_column" },
        { $"{NeedsFile.Header},Hastegrad\n{NeedsFile.Row("Вода")},1", "column_twice" },
        { $"{NeedsFile.Header},urgency\n{NeedsFile.Row("Вода")},1", "column_twice" },
        { $"{NeedsFile.Header},\n{NeedsFile.Row("Вода")},blue", "unknown_column" },
        { $"{NeedsFile.Header}\n{NeedsFile.Row("Вода")},blue", "unknown_column" },
        { $"{NeedsFile.Header}{new string(',', 20_000)}\n{NeedsFile.Row("Вода")}", "file_too_large" },
        { $"{NeedsFile.Header}\n{NeedsFile.Row("\"Вода")}", "malformed_csv" },
        { "PK\u0003\u0004 but no workbook", "not_an_xlsx" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_cannot_be_read_is_refused_by_name(string file, string code) =>
        (await _server.UploadAsync(file)).ExpectProblem(HttpStatusCode.BadRequest, code);

    [Theory]
    [InlineData("nb", "Rad 3 har tekst i kolonne I, som ikke har noe navn i første linje.")]
    [InlineData("uk", "Рядок 3 має текст у стовпці I, що не має назви в першому рядку.")]
    [InlineData("en", "Row 3 has text in column I, which has no name in the first line.")]
    public async Task Text_without_a_columns_name_is_told_in_the_senders_language_and_separators_at_the_end_are_not(string language, string words)
    {
        var file = NeedsFile.Of($"{NeedsFile.Row("Вода")},,", $"{NeedsFile.Row("Світло")},,blue", ",,,,,,,,").Replace(NeedsFile.Header, $"{NeedsFile.Header},,", StringComparison.Ordinal);

        var refused = await _server.UploadAsync(file, $"?lang={language}&dryRun=true");
        var taken = await _server.UploadAsync(file.Replace("blue", "", StringComparison.Ordinal), "?dryRun=true");

        Assert.Equal(words, refused.ExpectProblem(HttpStatusCode.BadRequest, "unknown_column").Text("detail"));
        Assert.Equal("valid 2", taken.Outcomes());
    }

    [Fact]
    public async Task Another_encoding_is_refused_instead_of_stored_as_rubbish()
    {
        var file = Encoding.UTF8.GetBytes(NeedsFile.Of(NeedsFile.Row("Voda"))).Select(letter => letter == (byte)'V' ? (byte)0xC2 : letter);

        (await _server.UploadAsync([.. file], NeedsFile.Csv)).ExpectProblem(HttpStatusCode.BadRequest, "wrong_encoding");
    }

    [Fact]
    public async Task A_zip_that_unpacks_to_more_than_needs_can_fill_is_refused()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).OpenAsync();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte <= 50; megabyte++)
                await entry.WriteAsync(zeros);
        }

        (await _server.UploadAsync(bomb.ToArray(), NeedsFile.Xlsx)).ExpectProblem(HttpStatusCode.BadRequest, "file_too_large");
    }

    [Fact]
    public async Task Too_many_rows_too_many_bytes_and_wishes_that_cannot_be_meant_are_refused()
    {
        var many = NeedsFile.Of(Enumerable.Repeat(NeedsFile.Row("Вода"), 20_001));

        (await _server.UploadAsync(many)).ExpectProblem(HttpStatusCode.BadRequest, "too_many_rows");
        (await _server.UploadAsync(new byte[(10 * 1024 * 1024) + 1], NeedsFile.Csv)).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        (await _server.UploadAsync(NeedsFile.Of(NeedsFile.Row("Вода")), "?policy=some")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_value");
        (await _server.UploadAsync(NeedsFile.Of(NeedsFile.Row("Вода")), "?lang=de")).ExpectProblem(HttpStatusCode.BadRequest, "unknown_language");
    }

    private async Task<Answer> OnlyNeedAsync(byte[] file, string mediaType)
    {
        var import = await _server.UploadAsync(file, mediaType);
        Assert.True(import.Outcomes() == "imported 1", $"{import.Body}");
        var row = (await _server.GetAsync($"{import.Location}/rows")).Items.Single();
        return await _server.GetNeedAsync((string)row["needId"]!);
    }
}
