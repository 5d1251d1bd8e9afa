using System.Net;
using System.Text;
using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Evidence on the page of a need, without script.</summary>
public sealed class FilesTests() : StaffPages(StaffRole.AucCoordinator)
{
    private static readonly string NeedPage = $"needs/{Samples.NeedId}";
    private static readonly string FilePath = $"{NeedPage}/files/{FileSamples.FileId}";

    [Fact]
    public async Task Files_are_listed_for_coordinators_and_changed_by_AUC_alone()
    {
        using var ks = await Server.StaffAsync(StaffRole.KsCoordinator);
        using var viewer = await Server.StaffAsync(StaffRole.Viewer);

        var (ofAuc, ofKs, ofViewer) = (await Staff.GetAsync(NeedPage), await ks.GetAsync(NeedPage), await viewer.GetAsync(NeedPage));

        Assert.Contains("Рішення ради.pdf PDF 5 MB", ofAuc.Text, StringComparison.Ordinal);
        Assert.Contains("Рішення ради.pdf", ofKs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Рішення ради.pdf", ofViewer.Text, StringComparison.Ordinal);
        Assert.Equal((true, false, false), (ofAuc.HasForm("attach"), ofKs.HasForm("attach"), ofViewer.HasForm("attach")));
        Assert.DoesNotContain($"{FilePath}/remove", ofKs.Html, StringComparison.Ordinal);
        (await ks.GetAsync($"{FilePath}/remove")).Expect(HttpStatusCode.Forbidden);
        Assert.Contains("No files yet.", (await Staff.GetAsync($"needs/{Samples.RestrictedNeedId}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_ten_megabytes_comes_through_whole()
    {
        byte[] file = [.. Encoding.ASCII.GetBytes("%PDF-1.7"), .. new byte[(10 * 1024 * 1024) - 8]];

        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "attach", file, "Акт 14.pdf");

        var request = Assert.Single(Server.Heard.Of<AttachFileRequest>());
        Assert.Equal((Samples.NeedId, "Акт 14.pdf"), (request.NeedId, request.Name));
        Assert.True(request.Content.Span.SequenceEqual(file));
        Assert.Contains("The file is added.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "", "Choose a file.")]
    [InlineData(0, "a.pdf", "The file is empty.")]
    [InlineData((10 * 1024 * 1024) + 1, "a.pdf", "The file is too large: at most 10 MB.")]
    public async Task What_is_no_file_to_send_is_told_at_the_field(int bytes, string name, string told)
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "attach", new byte[bytes], name);

        Assert.Empty(Server.Heard.Of<AttachFileRequest>());
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains($"data-color=\"danger\">{told}", page.Html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"attach-file-help attach-file-error\" aria-invalid=\"true\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Choose the file again", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_service_refuses_is_told_in_the_readers_words()
    {
        Server.Heard.Refuse<AttachFileRequest>(Refusals.Of(Code.InvalidArgument, "unsupported_file", ("file", "unsupported_file", "Send a PDF.")));
        var unsupported = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "attach", "MZ"u8.ToArray(), "photo.jpg");
        Server.Heard.Refuse<AttachFileRequest>(Refusals.Of(Code.FailedPrecondition, "attachment_exists"));
        var known = await Staff.SubmitAsync(unsupported, "attach", "%PDF-1.7"u8.ToArray(), "a.pdf");

        Assert.Contains("whatever it is called", unsupported.Text, StringComparison.Ordinal);
        Assert.Contains($"/admin/{NeedPage}#attach-file", unsupported.Html, StringComparison.Ordinal);
        Assert.Contains("has this very file already", known.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_far_too_large_is_answered_with_a_page()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(NeedPage), "attach", new byte[33 * 1024 * 1024], "film.pdf");

        page.Expect(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("at most 10 MB", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_is_to_be_saved_and_runs_nothing()
    {
        var file = (await Staff.GetAsync(FilePath)).Expect(HttpStatusCode.OK).Response;

        Assert.Equal(FileSamples.Content, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "Рішення ради.pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], file.Headers.GetValues("Content-Security-Policy"));
        Assert.True(file.Headers.CacheControl is { NoStore: true, Private: true });
        (await Staff.GetAsync($"{NeedPage}/files/{Samples.NeedId}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Taking_a_file_away_is_confirmed_on_a_page_that_names_it()
    {
        var asked = await Staff.GetAsync($"{FilePath}/remove");
        var page = await Staff.SubmitAsync(asked, "remove");

        Assert.Contains("Take away Рішення ради.pdf?", asked.Title, StringComparison.Ordinal);
        var request = Assert.Single(Server.Heard.Of<RemoveAttachmentRequest>());
        Assert.Equal((Samples.NeedId, FileSamples.FileId, 1L), (request.NeedId, request.AttachmentId, request.Version));
        Assert.Equal($"/admin/{NeedPage}", page.Address.AbsolutePath);
        Assert.Contains("The file is taken away.", page.Text, StringComparison.Ordinal);
        (await Staff.GetAsync($"{NeedPage}/files/{Samples.NeedId}/remove")).Expect(HttpStatusCode.NotFound);
    }
}
