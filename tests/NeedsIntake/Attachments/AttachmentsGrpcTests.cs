using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Attachments;

/// <summary>Evidence as staff's pages ask for it.</summary>
public sealed class AttachmentsGrpcTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task A_file_of_ten_megabytes_comes_in_is_listed_and_goes_out_in_parts()
    {
        var (auc, need) = (_server.Attachments(StaffRole.AucCoordinator), await _server.SubmitNeedAsync());
        byte[] content = [.. "%PDF-1.7"u8, .. Encoding.ASCII.GetBytes(new string('x', (10 * 1024 * 1024) - 8))];

        var added = await auc.AttachFileAsync(new AttachFileRequest { NeedId = need.Id, Name = "Рішення ради.pdf", Content = ByteString.CopyFrom(content) });
        var listed = await _server.Attachments(StaffRole.KsCoordinator).ListAttachmentsAsync(new ListAttachmentsRequest { NeedId = need.Id });
        var parts = await ReadAsync(_server.Attachments(StaffRole.KsCoordinator), need.Id, added.AttachmentId);

        Assert.Equal([added], listed.Items);
        Assert.Equal(("Рішення ради.pdf", "pdf", content.Length, 1L), (added.Name, added.Kind, added.Bytes, added.Version));
        Assert.Equal(("Рішення ради.pdf", "application/pdf", content.Length), (parts[0].Name, parts[0].MediaType, parts[0].Bytes));
        Assert.True(parts.SelectMany(part => part.Content).SequenceEqual(content));
        Assert.All(parts, part => Assert.InRange(part.CalculateSize(), 1, 4 * 1024 * 1024));
    }

    [Fact]
    public async Task What_REST_refuses_is_refused()
    {
        var (auc, need) = (_server.Attachments(StaffRole.AucCoordinator), await _server.SubmitNeedAsync());

        var unsupported = await GrpcRefusal.OfAsync(auc.AttachFileAsync(
            new AttachFileRequest { NeedId = need.Id, Name = "photo.jpg", Content = ByteString.CopyFromUtf8("MZ program") }));
        var ofKs = await GrpcRefusal.OfAsync(_server.Attachments(StaffRole.KsCoordinator).AttachFileAsync(
            new AttachFileRequest { NeedId = need.Id, Name = "a.pdf", Content = ByteString.CopyFromUtf8("%PDF-1.7") }));
        var ofViewer = await GrpcRefusal.OfAsync(
            _server.Attachments(StaffRole.Viewer).ListAttachmentsAsync(new ListAttachmentsRequest { NeedId = need.Id }));

        Assert.Equal((StatusCode.InvalidArgument, "unsupported_file"), (unsupported.Status, unsupported.Code));
        Assert.Equal([("file", "unsupported_file")], unsupported.Faults);
        Assert.Equal(StatusCode.PermissionDenied, ofKs.Status);
        Assert.Equal((StatusCode.NotFound, "need_not_found"), (ofViewer.Status, ofViewer.Code));
    }

    [Fact]
    public async Task A_file_that_was_taken_away_is_gone_and_one_that_was_not_seen_stays()
    {
        var (auc, need) = (_server.Attachments(StaffRole.AucCoordinator), await _server.SubmitNeedAsync());
        var added = await auc.AttachFileAsync(new AttachFileRequest { NeedId = need.Id, Name = "a.pdf", Content = ByteString.CopyFromUtf8("%PDF-1.7") });
        RemoveAttachmentRequest Removal(long version) => new() { NeedId = need.Id, AttachmentId = added.AttachmentId, Version = version };

        var unseen = await GrpcRefusal.OfAsync(auc.RemoveAttachmentAsync(Removal(0)));
        await auc.RemoveAttachmentAsync(Removal(added.Version));

        Assert.Equal("version_mismatch", unseen.Code);
        Assert.Empty((await auc.ListAttachmentsAsync(new ListAttachmentsRequest { NeedId = need.Id })).Items);
        Assert.Equal("attachment_not_found", (await GrpcRefusal.OfAsync(auc.RemoveAttachmentAsync(Removal(1)))).Code);
        var gone = await Assert.ThrowsAsync<RpcException>(() => ReadAsync(auc, need.Id, added.AttachmentId));
        Assert.Equal(StatusCode.NotFound, gone.StatusCode);
    }

    private static async Task<List<AttachmentPart>> ReadAsync(NeedAttachments.NeedAttachmentsClient client, string need, string file)
    {
        var parts = new List<AttachmentPart>();
        using var call = client.GetAttachment(new GetAttachmentRequest { NeedId = need, AttachmentId = file });
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            parts.Add(call.ResponseStream.Current);
        return parts;
    }
}
