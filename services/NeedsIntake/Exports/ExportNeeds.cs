using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Imports;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Exports;

/// <summary>The form of an export.</summary>
public enum ExportFormat { Csv, Xlsx, Hxl }

/// <summary>Needs as a file, with the masks of the list.</summary>
internal static class ExportNeeds
{
    /// <summary>The most rows of an export.</summary>
    public const int MostRows = 20_000;

    private static readonly InThreeLanguages Needs = new("Behov", "Потреби", "Needs");

    /// <summary>
    /// GET /api/v1/needs/export?format=…&amp;lang=… with the filters of the list: 200 with a CSV (when not given), an XLSX, or a CSV with a row of
    /// HXL hashtags below the columns' names. It has what the list shows the reader, newest first; what is masked says so. Each export
    /// stands in the audit. 400 with every filter that is wrong, unknown_value (format), unknown_language, too_many_rows (20,000).
    /// </summary>
    public static async Task<FileContentHttpResult> HandleAsync(
        [AsParameters] NeedFilter filter,
        string? format,
        string? lang,
        HttpContext http,
        NeedsIntakeDb db,
        NeedVisibility visibility,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        var rules = new Rules();
        var form = rules.Choice<ExportFormat>(format, "format") ?? ExportFormat.Csv;
        rules.Enforce();
        FindNeeds.Check(filter);
        var views = await ViewsAsync(filter, db, visibility, cancellationToken);
        db.Audit("needs.export", "needs", "export", before: null, new { Filter = filter, Format = form, Rows = views.Count });
        await db.SaveChangesAsync(cancellationToken);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var table = form == ExportFormat.Xlsx ? TableFormat.Xlsx : TableFormat.Csv;
        var file = await FileAsync(views, table, form == ExportFormat.Hxl, language, cancellationToken);
        return TypedResults.File(file, table.MediaType(), $"needs-{clock.GetUtcNow():yyyy-MM-dd}{table.Extension()}");
    }

    private static async Task<IReadOnlyList<NeedView>> ViewsAsync(
        NeedFilter filter, NeedsIntakeDb db, NeedVisibility visibility, CancellationToken cancellationToken)
    {
        var found = await FindNeeds.MatchingAsync(filter, NeedRow.Of(db, db.Needs.AsNoTracking()), visibility, cancellationToken);
        var rows = await found.OrderByDescending(row => row.Need.Id).Take(MostRows + 1).ToListAsync(cancellationToken);
        if (rows.Count > MostRows)
            throw new Refusal(RefusalKind.Invalid, "too_many_rows", $"An export has at most {MostRows} rows. Narrow it by a filter.");
        var views = new List<NeedView>(rows.Count);
        foreach (var row in rows)
            views.Add(await visibility.ShowAsync(row.Need, row.Hromada, cancellationToken));
        return views;
    }

    private static Task<byte[]> FileAsync(
        IReadOnlyList<NeedView> views, TableFormat table, bool isHxl, string language, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> Row(Func<ExportColumn, string> cell) => [.. ExportColumn.All.Select(cell)];
        var header = Row(column => column.Header[language]);
        return isHxl
            // Tools that read HXL expect commas.
            ? TableFile.OfAsync(table, "en", Needs[language], [header, Row(column => column.Hxl), .. views.Select(view => Row(column => column.InNames(view)))], cancellationToken)
            : TableFile.OfAsync(table, language, Needs[language], views.Select(view => Row(column => column.InWords(view, language))).Prepend(header), cancellationToken);
    }
}
