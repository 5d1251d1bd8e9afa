using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>An empty file of needs to fill in, in the reader's language.</summary>
internal static class GetTemplate
{
    private static readonly InThreeLanguages Needs = new("Behov", "Потреби", "Needs");

    private static readonly InThreeLanguages Guide = new("Veiledning", "Пояснення", "Guide");

    private static readonly InThreeLanguages[] GuideHeader =
    [
        new("Kolonne", "Стовпець", "Column"), new("Kode", "Код", "Code"), new("Må fylles ut", "Обов’язково", "Required"),
        new("Hva", "Що", "What"), new("Verdier", "Значення", "Values"),
    ];

    /// <summary>
    /// GET /api/v1/needs/import-template?format=…&amp;lang=…: 200 with a CSV (when not given) or XLSX; the workbook has a second sheet that says
    /// what belongs in which column. 400 unknown_value (format), unknown_language.
    /// </summary>
    public static async Task<FileContentHttpResult> HandleAsync(string? format, string? lang, HttpContext http, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        var form = TableFormats.Of(format);
        string[] header = [.. NeedColumns.All.Select(column => column.Header[language])];
        using var file = new MemoryStream();
        if (form == TableFormat.Xlsx)
            await XlsxOut.WriteAsync(file, [new Sheet(Needs[language], [header]), new Sheet(Guide[language], GuideIn(language))], cancellationToken);
        else
            await using (var csv = new CsvOut(file, language))
                await csv.WriteAsync(header);
        return TypedResults.File(file.ToArray(), form.MediaType(), $"needs-{language}{form.Extension()}");
    }

    private static IEnumerable<IReadOnlyList<string>> GuideIn(string language) => NeedColumns.All
        .Select(IReadOnlyList<string> (column) =>
        [
            column.Header[language],
            column.Code,
            NeedChoices.YesOrNo[column.Required ? "true" : "false"][language],
            column.Help[language],
            string.Join("; ", column.Choices?.Values.Select(words => words[language]) ?? []),
        ])
        .Prepend([.. GuideHeader.Select(words => words[language])]);
}
