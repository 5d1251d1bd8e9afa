using Kommunebro.Contracts.Matching;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Partnerships;

/// <summary>Lists the partnerships that the caller may see, newest first.</summary>
internal static class ListPartnerships
{
    /// <summary>GET /api/v1/partnerships?stage=…&amp;limit=…&amp;cursor=…&amp;lang=…: 200 with a page. 400 unknown_value, out_of_range, invalid_cursor, unknown_language.</summary>
    public static async Task<Ok<Page<PartnershipView>>> HandleAsync(
        string? stage,
        string? lang,
        [AsParameters] PageRequest page,
        HttpContext http,
        VisiblePartnerships visible,
        PartnershipTeller teller,
        CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        var rules = new Rules();
        var wanted = rules.Choice<PartnershipStage>(stage, "stage");
        rules.Enforce();
        var size = page.Size();
        var rows = await visible.RowsAsync(cancellationToken);
        if (wanted is not null)
            rows = rows.Where(row => row.Partnership.Stage == wanted);
        if (page.Cursor is not null)
        {
            var last = Guid.TryParse(Cursor.Decode(page.Cursor, 1)[0], out var id) ? id : throw Cursor.Invalid();
            rows = rows.Where(row => row.Partnership.Id < last);
        }

        var found = await rows.OrderByDescending(row => row.Partnership.Id).Take(size + 1).ToListAsync(cancellationToken);
        var views = await teller.TellAsync(found, language, cancellationToken);
        return TypedResults.Ok(Page.Of(views, size, view => Cursor.Encode($"{view.Id}")).WithLink(http));
    }
}
