using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Tests.NeedsIntake.Hosting;
using SkiaSharp;

namespace Kommunebro.Tests.NeedsIntake.Attachments;

public sealed class AttachmentsTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n% a decision of the council\n%%EOF");

    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task A_file_comes_back_as_it_was_to_be_saved_and_not_shown()
    {
        var need = await _server.SubmitNeedAsync();

        var added = (await AttachAsync(_server, need, Pdf, @"C:\docs\Рішення ради.doc")).Expect(HttpStatusCode.Created);
        using var file = await DownloadAsync(_server, need, added.Id);

        Assert.Equal(("Рішення ради.pdf", "pdf"), (added.Text("name"), added.Text("kind")));
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "Рішення ради.pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], file.Headers.GetValues("Content-Security-Policy"));
        Assert.True(file.Headers.CacheControl is { NoStore: true, Private: true });
    }

    [Fact]
    public async Task A_picture_loses_what_tells_where_it_was_taken_and_stands_upright()
    {
        var need = await _server.SubmitNeedAsync();
        var photo = WithExif(Picture(SKEncodedImageFormat.Jpeg), orientation: 6);
        Assert.Contains("GPS 47.1234 38.5678", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var added = (await AttachAsync(_server, need, photo, "дах.jpg", "image/jpeg")).Expect(HttpStatusCode.Created);
        using var file = await DownloadAsync(_server, need, added.Id);
        var kept = await file.Content.ReadAsByteArrayAsync();

        Assert.All(["GPS", "Exif", "38.5678"], secret => Assert.DoesNotContain(secret, Encoding.Latin1.GetString(kept), StringComparison.Ordinal));
        using var picture = SKBitmap.Decode(kept);
        Assert.Equal((20, 40), (picture.Width, picture.Height));
        // What was stored at the left bottom stands at the left top, once it has been turned to the right.
        Assert.True(picture.GetPixel(2, 2) is { Red: > 200, Blue: < 60 }, $"{picture.GetPixel(2, 2)}");
        Assert.True(picture.GetPixel(2, 37) is { Red: < 60, Blue: > 200 }, $"{picture.GetPixel(2, 37)}");
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "png")]
    [InlineData(SKEncodedImageFormat.Webp, "webp")]
    public async Task Other_pictures_keep_their_form(SKEncodedImageFormat format, string kind)
    {
        var need = await _server.SubmitNeedAsync();

        var added = (await AttachAsync(_server, need, Picture(format), "picture")).Expect(HttpStatusCode.Created);
        using var file = await DownloadAsync(_server, need, added.Id);

        Assert.Equal((kind, $"picture.{kind}", $"image/{kind}"), (added.Text("kind"), added.Text("name"), file.Content.Headers.ContentType!.MediaType));
        using var picture = SKBitmap.Decode(await file.Content.ReadAsByteArrayAsync());
        Assert.Equal((40, 20), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task What_a_file_is_called_does_not_make_it_a_picture()
    {
        var need = await _server.SubmitNeedAsync();

        foreach (var content in new[] { "<html><script>alert(1)</script></html>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ\u0090 program", "GIF89a" })
            (await AttachAsync(_server, need, Encoding.Latin1.GetBytes(content), "photo.jpg", "image/jpeg")).ExpectProblem(HttpStatusCode.BadRequest, "unsupported_file");
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
            foreach (var cut in new[] { 400, 60 })
                (await AttachAsync(_server, need, Noise(format)[..^cut], "photo")).ExpectProblem(HttpStatusCode.BadRequest, "unreadable_picture");
        (await AttachAsync(_server, need, [], "photo.jpg")).ExpectProblem(HttpStatusCode.BadRequest, "empty_file");
        (await AttachAsync(_server, need, Pdf, "")).ExpectProblem(HttpStatusCode.BadRequest, "too_short");
        (await AttachAsync(_server, need, new byte[(10 * 1024 * 1024) + 1], "big.pdf")).ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        Assert.Empty(await ListAsync(_server, need));
    }

    [Fact]
    public async Task Twenty_five_that_come_at_once_are_twenty_at_the_end()
    {
        var need = await _server.SubmitNeedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(at => AttachAsync(_server, need, [.. Pdf, (byte)at], $"{at}.pdf")));

        Assert.Equal(20, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(5, answers.Count(answer => answer.Code == "too_many_attachments"));
        Assert.Equal(20, (await ListAsync(_server, need)).Count);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_picture_is_refused()
    {
        var need = await _server.SubmitNeedAsync();
        var png = Picture(SKEncodedImageFormat.Png);
        // Width and height stand in IHDR from the 17th byte; the reader looks at them before the check sum.
        new byte[] { 0, 0, 0x40, 0, 0, 0, 0x40, 0 }.CopyTo(png, 16);

        var answer = await AttachAsync(_server, need, png, "bomb.png");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Code, new[] { "too_many_pixels", "unreadable_picture" });
    }

    [Fact]
    public async Task The_same_file_twice_is_told_and_one_taken_away_is_gone()
    {
        var need = await _server.SubmitNeedAsync();
        var added = (await AttachAsync(_server, need, Pdf, "a.pdf")).Expect(HttpStatusCode.Created);

        (await AttachAsync(_server, need, Pdf, "b.pdf")).ExpectProblem(HttpStatusCode.Conflict, "attachment_exists");
        var path = $"{need.Id}/attachments/{added.Id}";
        (await _server.SendAsync(HttpMethod.Delete, path, "", etag: null)).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        using var removal = new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/v1/needs/{path}", UriKind.Relative));
        removal.Headers.IfMatch.Add(new EntityTagHeaderValue(added.ETag!));
        using var removed = await _server.Http.SendAsync(removal);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty(await ListAsync(_server, need));
        Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from attachment_contents where id = '{added.Id}'"));
        Assert.Equal(
            2, await _server.Database.ScalarAsync<long>($"select count(*) from audit where subject_id = '{need.Id}' and action in ('need.attach', 'need.detach')"));
        (await _server.GetAsync($"/api/v1/needs/{need.Id}/attachments/{added.Id}")).ExpectProblem(HttpStatusCode.NotFound, "attachment_not_found");
    }

    [Fact]
    public async Task Evidence_is_seen_by_coordinators_and_the_hromadas_own_partner_alone()
    {
        var need = (await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("sensitivity", "\"public\"")))).Expect(HttpStatusCode.OK);
        using var owner = await _server.PartnerAsync(Places.Vinnytsia);
        using var other = await _server.PartnerAsync(Places.Studena);
        using var ks = _server.Staff(StaffRole.KsCoordinator);
        using var viewer = _server.Staff(StaffRole.Viewer);
        var added = (await AttachAsync(owner, need, Pdf, "a.pdf")).Expect(HttpStatusCode.Created);

        foreach (var reader in new NeedsCaller[] { _server, owner, ks })
            Assert.Single(await ListAsync(reader, need));
        foreach (var stranger in new NeedsCaller[] { other, viewer })
        {
            (await stranger.GetAsync($"/api/v1/needs/{need.Id}/attachments")).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
            (await stranger.GetAsync($"/api/v1/needs/{need.Id}/attachments/{added.Id}")).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        }

        (await AttachAsync(other, need, Pdf, "b.pdf")).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        (await AttachAsync(ks, need, Pdf, "b.pdf")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    private static async Task<Answer> AttachAsync(NeedsCaller caller, Answer need, byte[] content, string name, string mediaType = "application/octet-stream")
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri($"/api/v1/needs/{need.Id}/attachments?name={Uri.EscapeDataString(name)}", UriKind.Relative));
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        // What is too large is refused before it is sent.
        request.Headers.ExpectContinue = true;
        using var response = await caller.Http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    private static Task<HttpResponseMessage> DownloadAsync(NeedsCaller caller, Answer need, string id) =>
        caller.Http.GetAsync(new Uri($"/api/v1/needs/{need.Id}/attachments/{id}", UriKind.Relative));

    private static async Task<IReadOnlyList<JsonObject>> ListAsync(NeedsCaller caller, Answer need) =>
        (await caller.GetAsync($"/api/v1/needs/{need.Id}/attachments")).Expect(HttpStatusCode.OK).Items;

    /// <summary>Forty by twenty: the left half red, the right half blue.</summary>
    private static byte[] Picture(SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(40, 20);
        picture.Erase(SKColors.Red, new SKRectI(0, 0, 20, 20));
        picture.Erase(SKColors.Blue, new SKRectI(20, 0, 40, 20));
        using var encoded = picture.Encode(format, 95);
        return encoded.ToArray();
    }

    /// <summary>A picture of many bytes, of which some at the end can be missed.</summary>
    private static byte[] Noise(SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(64, 64);
        for (var at = 0; at < 64 * 64; at++)
            picture.SetPixel(at % 64, at / 64, new SKColor((uint)at * 2_654_435_761 | 0xFF000000));
        using var encoded = picture.Encode(format, 95);
        return encoded.ToArray();
    }

    /// <summary>With an APP1 segment after the start of the picture: a TIFF header, the orientation (tag 274), and a text that names a place.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [.. "MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8, orientation, 0, 0, 0, 0, 0, 0, .. "GPS 47.1234 38.5678"u8];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        var length = segment.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. segment, .. jpeg[2..]];
    }
}
