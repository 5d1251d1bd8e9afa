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
        var drafts = await RunAsync(page, db, acting, desk, cancellationToken);
        return TypedResults.Ok(
            new Page<DraftView>([.. drafts.Items.Select(kept => DraftView.Of(kept.Draft, kept.Missing))], drafts.Next).WithLink(http));
    }

    /// <summary>The same for every way in.</summary>
    /// <exception cref="Refusal">Invalid out_of_range (limit), invalid_cursor.</exception>
    internal static async Task<Page<KeptDraft>> RunAsync(
        PageRequest page, NeedsIntakeDb db, ActingFor<NeedsIntakeDb> acting, DraftDesk desk, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var drafts = db.Drafts.AsNoTracking();
        if (page.Cursor is { } cursor)
            drafts = Guid.TryParse(Cursor.Decode(cursor, 1)[0], out var last) ? drafts.Where(draft => draft.Id < last) : throw Cursor.Invalid();
        var found = drafts.Join(db.Municipalities, draft => draft.MunicipalityId, known => known.Id, (draft, known) => new { Draft = draft, Hromada = known });
        if (await acting.CodesAsync(cancellationToken) is { } codes)
            found = found.Where(row => codes.Contains(row.Hromada.Code));
        var kept = new List<KeptDraft>();
        foreach (var row in await found.OrderByDescending(row => row.Draft.Id).Take(size + 1).ToListAsync(cancellationToken))
            kept.Add(new KeptDraft(row.Draft, row.Hromada, await GetDraft.MissingAsync(row.Draft, desk, cancellationToken)));
        return Page.Of(kept, size, row => Cursor.Encode($"{row.Draft.Id}"));
    }
}
