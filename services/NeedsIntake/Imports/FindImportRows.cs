using System.Globalization;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>What became of the rows of an import of needs.</summary>
internal static class FindImportRows
{
    /// <summary>
    /// GET /api/v1/needs/imports/{id}/rows?outcome=…&amp;limit=…&amp;cursor=…: 200 with a page of rows, in the order of the file and in the
    /// language of the import. 400 unknown_value (outcome), out_of_range (limit), invalid_cursor; 404 import_not_found.
    /// </summary>
    public static async Task<Ok<Page<ImportRowView>>> HandleAsync(
        Guid id,
        string? outcome,
        [AsParameters] PageRequest page,
        HttpContext http,
        NeedsIntakeDb db,
        Caller caller,
        CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var wanted = rules.Choice<RowOutcome>(outcome, "outcome");
        rules.Enforce();
        var size = page.Size();
        var after = page.Cursor is null ? 0
            : int.TryParse(Cursor.Decode(page.Cursor, 1)[0], CultureInfo.InvariantCulture, out var line) ? line : throw Cursor.Invalid();
        var import = await GetImport.FindAsync(db, caller, id, cancellationToken);
        var rows = await db.Set<NeedImportRow>().AsNoTracking()
            .Where(row => row.ImportId == id && row.Line > after && (wanted == null || row.Outcome == wanted))
            .OrderBy(row => row.Line).Take(size + 1).ToListAsync(cancellationToken);
        var views = rows.ConvertAll(row => ImportViews.Of(row, import.Language));
        return TypedResults.Ok(Page.Of(views, size, row => Cursor.Encode(row.Line.ToString(CultureInfo.InvariantCulture))).WithLink(http));
    }
}
