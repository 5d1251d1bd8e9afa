using System.Net;
using System.Text.RegularExpressions;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>The files of the pages come out of the assembly.</summary>
public sealed partial class AssetsTests(AdminFixture fixture) : IClassFixture<AdminFixture>
{
    private AdminServer Server => fixture.Server;

    [Fact]
    public async Task Every_file_that_a_page_names_is_there_and_kept_for_good()
    {
        using var visitor = Server.Visitor();
        var page = await visitor.GetAsync("signed-out");
        var files = Links().Matches(page.Html).Select(match => match.Groups["file"].Value).ToList();

        Assert.Equal(8, files.Count);
        foreach (var file in files)
        {
            var asset = (await visitor.GetAsync(file)).Expect(HttpStatusCode.OK);
            Assert.Contains("immutable", asset.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("lib/designsystemet.css", "text/css")]
    [InlineData("lib/ksdigital.css", "text/css")]
    [InlineData("lib/inter/files/inter-cyrillic-wght-normal.woff2", "font/woff2")]
    public async Task Other_hosts_find_a_file_by_its_plain_name(string file, string type)
    {
        using var visitor = Server.Visitor();

        var asset = (await visitor.GetAsync(file)).Expect(HttpStatusCode.OK);

        Assert.Equal(type, asset.Response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(asset.Response.Headers.ETag);
    }

    [Fact]
    public async Task A_first_load_is_below_250_kB()
    {
        using var http = new HttpClient { BaseAddress = Server.Address };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        var sum = 0;
        var page = await http.GetStringAsync(new Uri("/admin/signed-out", UriKind.Relative));
        foreach (Match link in Links().Matches(page))
            sum += (await http.GetByteArrayAsync(new Uri($"/admin/{link.Groups["file"].Value}", UriKind.Relative))).Length;

        // And one font: the Latin one.
        sum += (await http.GetByteArrayAsync(new Uri("/admin/lib/inter/files/inter-latin-wght-normal.woff2", UriKind.Relative))).Length;
        Assert.InRange(sum, 50_000, 250_000);
    }

    [GeneratedRegex("(href|src)=\"(?<file>lib/[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
