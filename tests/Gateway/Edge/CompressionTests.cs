using System.IO.Compression;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Edge;

public sealed class CompressionTests
{
    private static readonly string Long = $"[{string.Join(',', Enumerable.Repeat("\"громада\"", 2000))}]";

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_the_api_answers_is_compressed_for_who_takes_it(string encoding)
    {
        await using var upstream = await Upstream.StartAsync(Answer("application/json"));
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(
            HttpMethod.Get, "/api/v1/needs", (await TestIssuer.GetAsync()).Staff(), ("Accept-Encoding", encoding));

        Assert.Equal(encoding, answer.Header("Content-Encoding"));
        Assert.Contains("Accept-Encoding", answer.Header("Vary"), StringComparison.Ordinal);
        Assert.Equal("\"3\"", answer.Header("ETag"));
        var packed = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(packed.Length < Long.Length / 10, $"{packed.Length} bytes");
        Assert.Equal(Long, await UnpackAsync(packed, encoding));
    }

    [Fact]
    public async Task Who_does_not_ask_for_it_gets_it_plain()
    {
        await using var upstream = await Upstream.StartAsync(Answer("application/json"));
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs", (await TestIssuer.GetAsync()).Staff());

        Assert.Null(answer.Header("Content-Encoding"));
        Assert.Equal(Long, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/admin/needs", "text/html")]
    [InlineData("/connect/sign-in", "text/html")]
    public async Task A_page_that_a_cookie_opens_is_not(string path, string type)
    {
        await using var upstream = await Upstream.StartAsync(Answer(type));
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Services:Identity"] = upstream.Address });

        using var answer = await gateway.SendAsync(HttpMethod.Get, path, null, ("Accept-Encoding", "br, gzip"));

        Assert.Null(answer.Header("Content-Encoding"));
    }

    [Fact]
    public async Task An_event_does_not_wait_for_more_to_compress()
    {
        await using var upstream = await Upstream.StartAsync(Answer("text/event-stream"));
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(
            HttpMethod.Get, "/api/v1/matching-runs/1/progress", (await TestIssuer.GetAsync()).Staff(), ("Accept-Encoding", "br, gzip"));

        Assert.Null(answer.Header("Content-Encoding"));
    }

    private static RequestDelegate Answer(string type) => async context =>
    {
        // The gateway fetches the keys of tokens at the same address.
        if (!context.Request.Headers.ContainsKey("X-Forwarded-For"))
            return;
        context.Response.ContentType = type;
        context.Response.Headers.ETag = "\"3\"";
        await context.Response.WriteAsync(Long);
    };

    private static async Task<string> UnpackAsync(byte[] packed, string encoding)
    {
        await using var raw = new MemoryStream(packed);
        await using Stream stream = encoding == "br" ? new BrotliStream(raw, CompressionMode.Decompress) : new GZipStream(raw, CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
