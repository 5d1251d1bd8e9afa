using System.Net;
using System.Text.RegularExpressions;
using Kommunebro.Tests.Gateway.Hosting;

namespace Kommunebro.Tests.Gateway.Docs;

public sealed partial class ApiReferenceTests
{
    [Fact]
    public async Task The_description_is_open_to_all()
    {
        await using var gateway = await GatewayServer.StartAsync(null);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("{", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_description_already_is_told_so()
    {
        await using var gateway = await GatewayServer.StartAsync(null);
        using var first = await gateway.SendAsync(HttpMethod.Get, "/openapi/v1.json");

        using var again = await gateway.SendAsync(HttpMethod.Get, "/openapi/v1.json", null, ("If-None-Match", first.Header("ETag")!));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_page_takes_everything_from_this_origin()
    {
        await using var gateway = await GatewayServer.StartAsync(null);
        var (page, answer) = await PageAsync(gateway);
        using (answer)
        {
            var policy = answer.Header("Content-Security-Policy")!;
            var sources = Source().Matches(page).Select(match => match.Groups["url"].Value).ToList();

            Assert.NotEmpty(sources);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.All(sources, source => Assert.DoesNotContain("//", source, StringComparison.Ordinal));
            foreach (var source in sources)
            {
                using var asset = await gateway.SendAsync(HttpMethod.Get, new Uri(new Uri("http://x/docs/"), source).PathAndQuery);
                Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Only_the_pages_own_scripts_run_and_none_can_be_foretold()
    {
        await using var gateway = await GatewayServer.StartAsync(null);
        var (page, answer) = await PageAsync(gateway);
        var (_, again) = await PageAsync(gateway);
        using (answer)
        using (again)
        {
            var nonce = Nonce().Match(answer.Header("Content-Security-Policy")!).Groups["nonce"].Value;

            Assert.NotEqual(answer.Header("Content-Security-Policy"), again.Header("Content-Security-Policy"));
            Assert.All(Script().Matches(page), script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
        }
    }

    private static async Task<(string Page, HttpResponseMessage Answer)> PageAsync(GatewayServer gateway)
    {
        var answer = await gateway.SendAsync(HttpMethod.Get, "/docs/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(), answer);
    }

    [GeneratedRegex("(src|href)=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();

    [GeneratedRegex("<script[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();
}
