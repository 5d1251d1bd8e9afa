using Google.Protobuf;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>gRPC: evidence for staff's pages, by the same use cases as REST's.</summary>
internal sealed class AttachmentsGrpc(NeedsIntakeDb db, AttachmentAccess access, IAttachmentStore store, TimeProvider clock)
    : NeedAttachments.NeedAttachmentsBase
{
    /// <summary>The most bytes of a message: a file, and room for its name.</summary>
    public const int MostBytes = Attachments.AttachFile.MostBytes + (4 * 1024);

    // Far below what a message may have, and few messages for a file.
    private const int PartBytes = 256 * 1024;

    /// <summary>need_not_found.</summary>
    [Authorize(AccessPolicies.NeedsRead)]
    public override async Task<ListAttachmentsReply> ListAttachments(ListAttachmentsRequest request, ServerCallContext context) => new()
    {
        Items =
        {
            (await Attachments.ListAttachments.RunAsync(NeedsGrpc.IdOf(request.NeedId), db, access, context.CancellationToken)).Select(ToMessage),
        },
    };

    /// <summary>What <see cref="Attachments.AttachFile"/> refuses.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    [RequestSizeLimit(MostBytes)]
    public override async Task<NeedAttachment> AttachFile(AttachFileRequest request, ServerCallContext context)
    {
        using var content = new MemoryStream(request.Content.ToByteArray());
        return ToMessage(await Attachments.AttachFile.RunAsync(
            NeedsGrpc.IdOf(request.NeedId), NeedsGrpc.Given(request.Name), content, db, access, store, clock, context.CancellationToken));
    }

    /// <summary>need_not_found, attachment_not_found.</summary>
    [Authorize(AccessPolicies.NeedsRead)]
    public override async Task GetAttachment(
        GetAttachmentRequest request, IServerStreamWriter<AttachmentPart> responseStream, ServerCallContext context)
    {
        var (attachment, content) = await DownloadAttachment.RunAsync(
            NeedsGrpc.IdOf(request.NeedId), AttachmentIdOf(request.AttachmentId), access, store, context.CancellationToken);
        await responseStream.WriteAsync(
            new AttachmentPart { Name = attachment.Name, MediaType = attachment.Kind.MediaType(), Bytes = content.Length }, context.CancellationToken);
        foreach (var part in content.Chunk(PartBytes))
            await responseStream.WriteAsync(new AttachmentPart { Content = ByteString.CopyFrom(part) }, context.CancellationToken);
    }

    /// <summary>need_not_found, attachment_not_found; version_mismatch.</summary>
    [Authorize(AccessPolicies.NeedsWrite)]
    public override async Task<RemoveAttachmentReply> RemoveAttachment(RemoveAttachmentRequest request, ServerCallContext context)
    {
        await Attachments.RemoveAttachment.RunAsync(
            NeedsGrpc.IdOf(request.NeedId),
            AttachmentIdOf(request.AttachmentId),
            current => IfMatch.Require(request.Version, current),
            db,
            access,
            store,
            context.CancellationToken);
        return new RemoveAttachmentReply();
    }

    /// <summary>Of what is no id, one that nothing has.</summary>
    private static Guid AttachmentIdOf(string text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;

    private static NeedAttachment ToMessage(AttachmentView attachment) => new()
    {
        AttachmentId = $"{attachment.Id}",
        Version = Attachment.OnlyVersion,
        Name = attachment.Name,
        Kind = WireName.Of(attachment.Kind),
        Bytes = attachment.Bytes,
        AddedAt = NeedDetailMessage.Moment(attachment.AddedAt),
    };
}
