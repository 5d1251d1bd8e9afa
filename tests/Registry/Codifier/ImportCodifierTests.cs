using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Codifier;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Registry.Territory;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Kommunebro.Tests.Registry.Codifier;

public sealed class ImportCodifierTests : IAsyncLifetime
{
    private const string First = "UA46060250000025047";
    private const string Second = "UA46060270000083999";
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Hromadas_are_registered_under_their_codes_with_names_for_readers_of_three_languages()
    {
        var report = await ImportAsync(CodifierText.Oblast, CodifierText.Raion, CodifierText.Hromada(First, "Львівська"), CodifierText.Hromada(Second, "Щирецька"));

        Assert.Equal((4, 2, 2, 0, 0), (report.Rows, report.Hromadas, report.New.Count, report.Renamed.Count, report.Gone.Count));
        var view = (await _server.GetAsync($"municipalities/{Second}")).As<MunicipalityView>();
        Assert.Equal(new LocalizedText("Shchyretska", "Щирецька", "Shchyretska"), view.Names);
        Assert.Equal(("46", "Львівська", MunicipalityKind.Hromada, null), (view.Region.Code, view.Region.Names.Uk, view.Kind, view.Population));
        await _server.UntilOutboxIsEmptyAsync();
        Assert.Equal([First, Second], _server.Matching.Heard<MunicipalityChanged>().Select(told => told.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_what_else_is_known_of_a_hromada_stays()
    {
        var known = Bodies.Hromada(First);
        (known["region"]!["code"], known["names"]!["uk"], known["names"]!["nb"]) = ("46", "Львівська", "Lviv");
        await _server.PutMunicipalityAsync(known);

        foreach (var news in new[] { 1, 0 })
            Assert.Equal(news, (await ImportAsync(CodifierText.Oblast, CodifierText.Hromada(First, "Львівська"), CodifierText.Hromada(Second, "Щирецька"))).New.Count);

        var view = (await _server.GetAsync($"municipalities/{First}")).As<MunicipalityView>();
        Assert.Equal((23456, "Lviv", 2L), (view.Population, view.Names.Nb, view.Version));
        Assert.Equal("Львівська", view.Region.Names.Uk);
    }

    [Fact]
    public async Task Who_has_another_name_is_renamed_and_who_is_gone_stays_and_is_told()
    {
        await ImportAsync(CodifierText.Oblast, CodifierText.Hromada(First, "Львівська"), CodifierText.Hromada(Second, "Щирецька"));

        var report = await ImportAsync(CodifierText.Oblast, CodifierText.Hromada(First, "Нольвівська"));

        Assert.Equal(new Renaming(First, "Львівська", "Нольвівська"), Assert.Single(report.Renamed));
        Assert.Equal($"{Second} Щирецька", Assert.Single(report.Gone));
        Assert.Equal("Nolvivska", (await _server.GetAsync($"municipalities/{First}")).As<MunicipalityView>().Names.En);
        Assert.Equal("Щирецька", (await _server.GetAsync($"municipalities/{Second}")).As<MunicipalityView>().Names.Uk);
    }

    [Theory]
    [InlineData("UA46000000000026241;UA46060000000042587;UA63120270000028556;;;H;Чужа", "outside_unit")]
    [InlineData("UA46000000000026241;UA46060000000042587;UA4606027000008399;;;H;Коротка", "invalid_katottg")]
    [InlineData("UA46000000000026241;UA46060000000042587;UА46060270000083999;;;H;Кирилична", "cyrillic_letters")]
    [InlineData("UA46000000000026241;UA46060000000042587;UA46060270000083999;;;Q;Невідома", "unknown_category")]
    [InlineData("UA46000000000026241;UA46060000000042587;UA46060270000083999;;;P;Не район", "wrong_level")]
    [InlineData("UA46000000000026241;UA46060000000042587;UA46060270000083999;;;H;", "missing_name")]
    [InlineData("UA46000000000026241;UA46060000000042587;UA46060250000025047;;;H;Двічі", "code_twice")]
    public async Task One_bad_row_changes_nothing_and_is_told_with_its_line(string row, string code)
    {
        var report = await ImportAsync(CodifierText.Oblast, CodifierText.Hromada(First, "Львівська"), row);

        Assert.Equal((4, code), Assert.Single(report.Faults) is var fault ? (fault.Line, fault.Code) : default);
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from municipalities"));
    }

    [Fact]
    public async Task A_dry_run_tells_and_changes_nothing_and_Cyrillic_letters_of_categories_are_read()
    {
        var report = await RunAsync(CodifierText.Of(CodifierText.Oblast, CodifierText.Hromada(First, "Львівська", 'Н')), "kodifikator.csv", dryRun: true);

        Assert.Equal($"{First} Львівська", Assert.Single(report.New));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from municipalities"));
    }

    [Fact]
    public async Task The_ministrys_workbook_is_read_below_its_title()
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(
            new object[]
            {
                Row("Кодифікатор адміністративно-територіальних одиниць"),
                Row([.. CodifierText.Header.Split(';')]),
                Row([.. CodifierText.Oblast.Split(';')]),
                Row([.. CodifierText.Hromada(First, "Львівська").Split(';')]),
            },
            printHeader: false,
            sheetName: "Кодифікатор");
        workbook.Position = 0;

        Assert.Equal($"{First} Львівська", Assert.Single((await RunAsync(workbook, "kodifikator-07-07.xlsx", dryRun: false)).New));
    }

    [Theory]
    [InlineData("kodifikator.xlsx", "not_an_xlsx")]
    [InlineData("kodifikator.ods", "unsupported_file")]
    [InlineData("kodifikator.csv", "missing_column")]
    public async Task A_file_that_is_no_codifier_says_why(string name, string code)
    {
        using var file = new MemoryStream("a,b\n1,2\n"u8.ToArray());
        Assert.Equal(code, (await Assert.ThrowsAsync<Refusal>(() => RunAsync(file, name, dryRun: false))).Code);
    }

    [Fact]
    public async Task A_document_of_another_kind_is_no_codifier()
    {
        using var document = OrderDocument.Of(("Перелік", "початку", [[First, "Львівська", "24.02.2022", ""]]));
        Assert.Equal("not_an_xlsx", (await Assert.ThrowsAsync<Refusal>(() => RunAsync(document, "kodifikator.xlsx", dryRun: false))).Code);
    }

    private static Dictionary<string, object> Row(params string[] cells) =>
        Enumerable.Range(0, 7).ToDictionary(at => $"{(char)('A' + at)}", at => (object)(at < cells.Length ? cells[at] : ""));

    private Task<CodifierReport> ImportAsync(params string[] rows) => RunAsync(CodifierText.Of(rows), "kodifikator.csv", dryRun: false);

    private Task<CodifierReport> RunAsync(Stream content, string name, bool dryRun) => _server.InsideAsync(
        services => services.GetRequiredService<ImportCodifier>().RunAsync(content, name, dryRun, CancellationToken.None));
}
