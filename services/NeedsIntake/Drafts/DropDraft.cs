using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>Somebody throws a draft away.</summary>
internal static class DropDraft
{
    /// <summary>DELETE /api/v1/needs/drafts/{id} with If-Match: 204. 404 draft_not_found; 412 and 428 by version.</summary>
    public static async Task<NoContent> HandleAsync(
        Guid id, HttpContext http, NeedsIntakeDb db, DraftDesk desk, CancellationToken cancellationToken)
    {
        var (draft, _) = await desk.FindAsync(id, cancellationToken);
        IfMatch.Require(http, draft.Version);
        db.Remove(draft);
        db.Audit("need-draft.drop", "need-draft", $"{draft.Id}", new { draft.Version, draft.MunicipalityId }, after: null);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
