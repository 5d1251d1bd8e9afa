using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>Somebody writes on at a draft.</summary>
internal static class WriteDraft
{
    /// <summary>
    /// PUT /api/v1/needs/drafts/{id} with If-Match: 200 with the draft and what it lacks. 400 with everything that is there and
    /// wrong, or municipality_fixed; 404 draft_not_found; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<DraftView>> HandleAsync(
        Guid id, NeedRequest request, HttpContext http, NeedsIntakeDb db, DraftDesk desk, TimeProvider clock, CancellationToken cancellationToken)
    {
        var kept = await RunAsync(id, request, version => IfMatch.Require(http, version), db, desk, clock, cancellationToken);
        ETag.Set(http, kept.Draft.Version);
        return TypedResults.Ok(DraftView.Of(kept.Draft, kept.Missing));
    }

    /// <summary>The same for every way in.</summary>
    /// <exception cref="Refusal">Not found draft_not_found; what <paramref name="requireVersion"/> refuses; invalid as above.</exception>
    internal static async Task<KeptDraft> RunAsync(
        Guid id,
        NeedRequest request,
        Action<long> requireVersion,
        NeedsIntakeDb db,
        DraftDesk desk,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (draft, hromada) = await desk.FindAsync(id, cancellationToken);
        requireVersion(draft.Version);
        var (named, missing) = await desk.ReadAsync(request, cancellationToken, draft);
        if (named.Id != hromada.Id)
            throw new Refusal(RefusalKind.Invalid, "municipality_fixed", "A draft stays with its hromada; begin another one.", "municipality");
        draft.Write(request, clock.GetUtcNow());
        db.Audit("need-draft.write", "need-draft", $"{draft.Id}", new { Version = draft.Version - 1 }, new { draft.Version });
        await db.SaveChangesAsync(cancellationToken);
        return new KeptDraft(draft, hromada, missing);
    }
}
