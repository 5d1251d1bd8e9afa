using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Mvc;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>Evidence files, under /api/v1/needs/{id}/attachments.</summary>
internal static class AttachmentsEndpoints
{
    private const string Path = "/api/v1/needs/{id:guid}/attachments";

    // What a file is, is told by what it holds.
    private const string AnyFile = "*/*";

    public static void MapAttachments(this WebApplication app)
    {
        var read = app.MapGroup(Path).RequireAccess(AccessPolicies.NeedsRead);
        read.MapGet("", ListAttachments.HandleAsync);
        read.MapGet("/{attachmentId:guid}", DownloadAttachment.HandleAsync)
            .Produces<Stream>(StatusCodes.Status200OK, "application/pdf", "image/jpeg", "image/png", "image/webp");

        var write = app.MapGroup(Path).RequireAccess(AccessPolicies.NeedsWrite);
        write.MapPost("", AttachFile.HandleAsync)
            .Accepts<Stream>(AnyFile)
            .WithMetadata(new RequestSizeLimitAttribute(AttachFile.MostBytes))
            .WithIdempotencyKey<NeedsIntakeDb>();
        write.MapDelete("/{attachmentId:guid}", RemoveAttachment.HandleAsync);
    }
}
