using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>Evidence is taken away, e.g. because it shows somebody who did not want it.</summary>
internal static class RemoveAttachment
{
    /// <summary>
    /// DELETE /api/v1/needs/{id}/attachments/{attachmentId}: with If-Match: 204; what it held is gone, that it was there stays in the audit. 404
    /// need_not_found, attachment_not_found; 412 and 428 by version.
    /// </summary>
    public static async Task<NoContent> HandleAsync(
        Guid id, Guid attachmentId, HttpContext http, NeedsIntakeDb db, AttachmentAccess access, IAttachmentStore store, CancellationToken cancellationToken)
    {
        await RunAsync(id, attachmentId, version => IfMatch.Require(http, version), db, access, store, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Takes it away.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static async Task RunAsync(
        Guid id, Guid attachmentId, Action<long> requireVersion, NeedsIntakeDb db, AttachmentAccess access, IAttachmentStore store, CancellationToken cancellationToken)
    {
        var attachment = await access.FindAsync(id, attachmentId, cancellationToken);
        requireVersion(Attachment.OnlyVersion);
        db.Remove(attachment);
        await store.DeleteAsync(attachment.Id, cancellationToken);
        db.Audit("need.detach", "need", $"{id}", new { attachment.Id, attachment.Kind, attachment.Bytes, attachment.Hash }, after: null);
        await db.SaveChangesAsync(cancellationToken);
    }
}
