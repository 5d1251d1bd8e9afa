using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>An evidence file itself.</summary>
internal static class DownloadAttachment
{
    /// <summary>
    /// GET /api/v1/needs/{id}/attachments/{attachmentId}: 200 with the file, to be saved and not shown in place. 404 need_not_found,
    /// attachment_not_found.
    /// </summary>
    public static async Task<FileContentHttpResult> HandleAsync(
        Guid id, Guid attachmentId, HttpContext http, AttachmentAccess access, IAttachmentStore store, CancellationToken cancellationToken)
    {
        var (attachment, content) = await RunAsync(id, attachmentId, access, store, cancellationToken);
        ETag.Set(http, Attachment.OnlyVersion);
        // Should a browser open it all the same, it is what it says it is, and runs nothing.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, attachment.Kind.MediaType(), attachment.Name);
    }

    /// <summary>The file, and what it holds.</summary>
    /// <exception cref="Refusal">need_not_found, attachment_not_found.</exception>
    public static async Task<(Attachment Attachment, byte[] Content)> RunAsync(
        Guid id, Guid attachmentId, AttachmentAccess access, IAttachmentStore store, CancellationToken cancellationToken)
    {
        var attachment = await access.FindAsync(id, attachmentId, cancellationToken);
        return (
            attachment,
            await store.GetAsync(attachment.Id, cancellationToken) ?? throw AttachmentAccess.NotFound());
    }
}
