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
        await RunAsync(id, version => IfMatch.Require(http, version), db, desk, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>The same for every way in.</summary>
    /// <exception cref="Refusal">Not found draft_not_found; what <paramref name="requireVersion"/> refuses.</exception>
    internal static async Task RunAsync(
        Guid id, Action<long> requireVersion, NeedsIntakeDb db, DraftDesk desk, CancellationToken cancellationToken)
    {
        var (draft, _) = await desk.FindAsync(id, cancellationToken);
        requireVersion(draft.Version);
        db.Remove(draft);
        db.Audit("need-draft.drop", "need-draft", $"{draft.Id}", new { draft.Version, draft.MunicipalityId }, after: null);
        await db.SaveChangesAsync(cancellationToken);
    }
}
