using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>A file of needs comes over REST.</summary>
internal static class UploadNeeds
{
    /// <summary>
    /// POST /api/v1/needs/imports?dryRun=…&amp;policy=…&amp;lang=… with a CSV or XLSX as the body, at most 10 MB and 20,000 rows: 201 with what
    /// became of the rows. The policy is skip_faulty (when not given) or all_or_nothing. Rows that were imported before are told and left
    /// alone, so a file may be sent again, also after it was cut off. 400 unknown_language, unknown_value (policy); empty_file,
    /// too_many_rows, unknown_column, column_twice, missing_column, wrong_encoding, malformed_csv, not_an_xlsx, file_too_large of the
    /// file; 413 body_too_large; 503 directory_not_ready.
    /// </summary>
    public static async Task<Created<ImportView>> HandleAsync(
        bool? dryRun,
        string? policy,
        string? lang,
        HttpContext http,
        NeedsIntakeDb db,
        ImportNeeds imports,
        Caller caller,
        CancellationToken cancellationToken)
    {
        var order = ImportOrder.Of(caller, ReaderLanguage.Of(lang, http), policy, dryRun ?? false);
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        var import = await imports.RunAsync(order, content, cancellationToken);
        return TypedResults.Created($"/api/v1/needs/imports/{import.Id}", await ImportViews.OfAsync(db, import, cancellationToken));
    }
}
