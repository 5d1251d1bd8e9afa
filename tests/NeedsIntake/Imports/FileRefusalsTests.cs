using System.Net;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Imports;

/// <summary>Why a file is not taken, in the language of who sends it.</summary>
public sealed class FileRefusalsTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData("nb", "Første linje mangler: Tidshorisont, Hvem får se det.")]
    [InlineData("uk", "У першому рядку бракує: Строк, Хто може бачити.")]
    [InlineData("en", "The first line lacks: Horizon, Sensitivity.")]
    public Task A_column_that_is_missing_is_told_by_its_name(string language, string words) =>
        ExpectAsync($"municipality,title_uk,area,urgency,languages\n{Places.Vinnytsia.Code},Вода,WAT,2,uk", language, "missing_column", words);

    [Theory]
    [InlineData("nb", "Linje 3 kan ikke leses. Står et anførselstegn åpent, eller mangler det celler?")]
    [InlineData("uk", "Рядок 3 неможливо прочитати. Можливо, лапки не закрито або бракує комірок.")]
    [InlineData("en", "Line 3 cannot be read. Is a quote open, or are cells missing?")]
    public Task A_line_that_cannot_be_read_is_told_by_its_number(string language, string words) =>
        ExpectAsync(NeedsFile.Of(NeedsFile.Row("Вода"), NeedsFile.Row("\"Світло")), language, "malformed_csv", words);

    [Theory]
    [InlineData("nb", "Filen er for stor: høyst 50 MB utpakket, 200000 rader med de tomme, 256 kolonner, 5000000 celler og 262144 tegn i en linje.")]
    [InlineData("uk", "Файл завеликий: не більше 50 МБ після розпакування, 200000 рядків разом із порожніми, 256 стовпців, 5000000 комірок і 262144 знаків у рядку.")]
    [InlineData("en", "The file is too large: at most 50 MB unpacked, 200000 rows with the empty ones, 256 columns, 5000000 cells and 262144 characters in a line.")]
    public Task A_table_that_is_too_large_is_told_with_all_limits(string language, string words) =>
        ExpectAsync($"{NeedsFile.Header}{new string(',', 1_000_000)}\n{NeedsFile.Row("Вода")}", language, "file_too_large", words);

    private async Task ExpectAsync(string file, string language, string code, string words) =>
        Assert.Equal(words, (await _server.UploadAsync(file, $"?lang={language}")).ExpectProblem(HttpStatusCode.BadRequest, code).Text("detail"));
}
