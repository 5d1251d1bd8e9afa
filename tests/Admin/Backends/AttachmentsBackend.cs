using Google.Protobuf;
using Grpc.Core;
using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Needs-intake's face for evidence: the sample need has one file, the restricted one has none.</summary>
public sealed class AttachmentsBackend(Heard heard) : NeedAttachments.NeedAttachmentsBase
{
    public override Task<ListAttachmentsReply> ListAttachments(ListAttachmentsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.NeedId == Samples.NeedId ? new ListAttachmentsReply { Items = { FileSamples.File } } : new ListAttachmentsReply());
    }

    public override Task<NeedAttachment> AttachFile(AttachFileRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(FileSamples.File);
    }

    public override async Task GetAttachment(
        GetAttachmentRequest request, IServerStreamWriter<AttachmentPart> responseStream, ServerCallContext context)
    {
        heard.Note(request, context);
        if (request.AttachmentId != FileSamples.FileId)
            throw Refusals.NotFound("attachment_not_found");
        var file = FileSamples.File;
        await responseStream.WriteAsync(new AttachmentPart { Name = file.Name, MediaType = "application/pdf", Bytes = file.Bytes });
        foreach (var part in FileSamples.Content.Chunk(1024 * 1024))
            await responseStream.WriteAsync(new AttachmentPart { Content = ByteString.CopyFrom(part) });
    }

    public override Task<RemoveAttachmentReply> RemoveAttachment(RemoveAttachmentRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new RemoveAttachmentReply());
    }
}
