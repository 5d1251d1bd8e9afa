using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>The drafts of the hromadas that the caller acts for.</summary>
internal static class FindDrafts
{
    /// <summary>GET /api/v1/needs/drafts?limit=…&amp;cursor=…: 200 with a page, newest first. 400 out_of_range (limit), invalid_cursor.</summary>
    public static async Task<Ok<Page<DraftView>>> HandleAsync(
        [AsParameters] PageRequest page,
        HttpContext http,
        NeedsIntakeDb db,
        ActingFor<NeedsIntakeDb> acting,
        DraftDesk desk,
        CancellationToken cancellationToken)
    {
        var size = page.Size();
        var drafts = db.Drafts.AsNoTracking();
        if (page.Cursor is { } cursor)
            drafts = Guid.TryParse(Cursor.Decode(cursor, 1)[0], out var last) ? drafts.Where(draft => draft.Id < last) : throw Cursor.Invalid();
        if (await acting.CodesAsync(cancellationToken) is { } codes)
            drafts = drafts.Where(draft => db.Municipalities.Any(known => known.Id == draft.MunicipalityId && codes.Contains(known.Code)));
        var views = new List<DraftView>();
        foreach (var draft in await drafts.OrderByDescending(draft => draft.Id).Take(size + 1).ToListAsync(cancellationToken))
            views.Add(DraftView.Of(draft, await GetDraft.MissingAsync(draft, desk, cancellationToken)));
        return TypedResults.Ok(Page.Of(views, size, view => Cursor.Encode($"{view.Id}")).WithLink(http));
    }
}
