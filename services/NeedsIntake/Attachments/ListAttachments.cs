using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>The files that are kept with a need.</summary>
/// <param name="Items">All of them, oldest first.</param>
public sealed record AttachmentsView(IReadOnlyList<AttachmentView> Items);

/// <summary>The evidence files of a need.</summary>
internal static class ListAttachments
{
    /// <summary>GET /api/v1/needs/{id}/attachments: 200 with all of them, oldest first. 404 need_not_found.</summary>
    public static async Task<Ok<AttachmentsView>> HandleAsync(
        Guid id, NeedsIntakeDb db, AttachmentAccess access, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AttachmentsView(await RunAsync(id, db, access, cancellationToken)));

    /// <summary>All of them, oldest first.</summary>
    /// <exception cref="Refusal">need_not_found.</exception>
    public static async Task<IReadOnlyList<AttachmentView>> RunAsync(
        Guid id, NeedsIntakeDb db, AttachmentAccess access, CancellationToken cancellationToken)
    {
        await access.RequireAsync(id, cancellationToken);
        var attachments = await db.Set<Attachment>().AsNoTracking()
            .Where(attachment => attachment.NeedId == id).OrderBy(attachment => attachment.Id).ToListAsync(cancellationToken);
        return attachments.ConvertAll(AttachmentView.Of);
    }
}
