using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Registry.Exports;

/// <summary>The form of an export of the register.</summary>
public enum ExportFormat { Csv, Xlsx, Geojson }

/// <summary>The register as a file, with the masks of the list.</summary>
internal static class ExportMunicipalities
{
    private static readonly InThreeLanguages Municipalities = new("Kommuner", "Муніципалітети", "Municipalities");

    /// <summary>
    /// GET /api/v1/municipalities/export?format=…&amp;lang=… with the filters of the list: 200 with a CSV (when not given), an XLSX or a GeoJSON of
    /// all that the list shows the reader, by name. What is masked says so; in GeoJSON it has no geometry. Each export stands in the audit, without the words that were looked for. 400 with every
    /// filter that is wrong, unknown_value (format), unknown_language; 403 initiatives_not_read.
    /// </summary>
    public static async Task<FileContentHttpResult> HandleAsync(
        [AsParameters] MunicipalityFilter filter,
        string? format,
        string? lang,
        HttpContext http,
        FindMunicipalities find,
        RegistryDb db,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        var rules = new Rules();
        var form = rules.Choice<ExportFormat>(format, "format") ?? ExportFormat.Csv;
        rules.Enforce();
        var views = await find.AllAsync(filter, language, cancellationToken);
        db.Audit("municipalities.export", "municipalities", "export", before: null, new { Filter = filter with { Q = filter.Q is null ? null : "…" }, Format = form, Rows = views.Count });
        await db.SaveChangesAsync(cancellationToken);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var name = $"municipalities-{clock.GetUtcNow():yyyy-MM-dd}";
        if (form == ExportFormat.Geojson)
            return TypedResults.File(GeoJson.Of(views), GeoJson.MediaType, $"{name}.geojson");
        var table = form == ExportFormat.Xlsx ? TableFormat.Xlsx : TableFormat.Csv;
        string[] header = [.. MunicipalityColumn.All.Select(column => column.Header[language])];
        var rows = views.Select(IReadOnlyList<string> (view) => [.. MunicipalityColumn.All.Select(column => column.In(view, language))]);
        var file = await TableFile.OfAsync(table, language, Municipalities[language], rows.Prepend(header), cancellationToken);
        return TypedResults.File(file, table.MediaType(), $"{name}{table.Extension()}");
    }
}
