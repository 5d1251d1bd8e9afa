using Grpc.Core;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Problems;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Admin.Attachments;

/// <summary>An evidence file itself, as needs-intake streams it.</summary>
internal static class FileDownload
{
    public static void MapFileDownload(this IEndpointRouteBuilder app) =>
        app.MapGet("/needs/{id}/files/{file}", HandleAsync).RequireAccess(AccessPolicies.NeedsRead);

    private static async Task<IResult> HandleAsync(string id, string file, NeedAttachmentsClient attachments, HttpContext context)
    {
        var call = attachments.GetAttachment(
            new GetAttachmentRequest { NeedId = id, AttachmentId = file }, cancellationToken: context.RequestAborted);
        try
        {
            await call.ResponseStream.MoveNext(context.RequestAborted);
        }
        catch (RpcException refused)
        {
            call.Dispose();
            return RefusedPage.Of(Refused.Of(refused));
        }

        var about = call.ResponseStream.Current;
        Guard(context.Response, about.Bytes);
        return TypedResults.Stream(body => CopyAsync(call, body, context.RequestAborted), about.MediaType, about.Name);
    }

    /// <summary>To be saved and kept nowhere else. Should a browser open it all the same, it is what it says it is, and runs nothing.</summary>
    private static void Guard(HttpResponse response, int bytes)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        response.ContentLength = bytes;
    }

    /// <summary>What breaks off in between breaks the download off: half a file must not look like a whole one.</summary>
    private static async Task CopyAsync(AsyncServerStreamingCall<AttachmentPart> call, Stream body, CancellationToken cancellationToken)
    {
        using (call)
            while (await call.ResponseStream.MoveNext(cancellationToken))
                await body.WriteAsync(call.ResponseStream.Current.Content.Memory, cancellationToken);
    }
}
