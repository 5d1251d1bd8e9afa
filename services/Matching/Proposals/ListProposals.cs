using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>Lists the proposals that the caller may see, newest first.</summary>
internal static class ListProposals
{
    /// <summary>GET /api/v1/proposals?status=…&amp;limit=…&amp;cursor=…&amp;lang=…: 200 with a page. 400 unknown_value, out_of_range, invalid_cursor, unknown_language.</summary>
    public static async Task<Ok<Page<ProposalView>>> HandleAsync(
        string? status,
        string? lang,
        [AsParameters] PageRequest page,
        HttpContext http,
        VisibleProposals visible,
        ProposalTeller teller,
        CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        var rules = new Rules();
        var wanted = rules.Choice<ProposalStatus>(status, "status");
        rules.Enforce();
        var size = page.Size();
        var rows = await visible.RowsAsync(cancellationToken);
        if (wanted is not null)
            rows = rows.Where(row => row.Proposal.Status == wanted);
        if (page.Cursor is not null)
        {
            var last = Guid.TryParse(Cursor.Decode(page.Cursor, 1)[0], out var id) ? id : throw Cursor.Invalid();
            rows = rows.Where(row => row.Proposal.Id < last);
        }

        // Ids are UUIDv7: they sort by time.
        var found = await rows.OrderByDescending(row => row.Proposal.Id).Take(size + 1).ToListAsync(cancellationToken);
        var views = await teller.TellAsync(found, language, cancellationToken);
        return TypedResults.Ok(Page.Of(views, size, view => Cursor.Encode($"{view.Id}")).WithLink(http));
    }
}
