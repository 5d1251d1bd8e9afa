using System.Net;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Edge;

public sealed class EdgeTests
{
    private static readonly (string, string)[] Claimed =
    [
        ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.test"), ("X-Forwarded-Prefix", "/evil"),
        ("Forwarded", "for=203.0.113.9;host=evil.test"), ("X-Real-IP", "203.0.113.9"), ("X-Original-Host", "evil.test"),
    ];

    [Fact]
    public async Task What_a_caller_says_of_its_way_is_not_believed()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);

        var seen = await gateway.SendAsync(HttpMethod.Get, "/admin", null, Claimed).SeenAsync();

        Assert.Equal("127.0.0.1", seen.Header("X-Forwarded-For"));
        Assert.Equal("http", seen.Header("X-Forwarded-Proto"));
        Assert.Equal("issuer.test", seen.Header("X-Forwarded-Host"));
        Assert.DoesNotContain(seen.Headers, header => header.Value.Contains("evil", StringComparison.Ordinal) || header.Value.Contains("203.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trusted_proxy_is_believed_but_not_about_another_host()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["TrustForwardedHeaders"] = "true" });

        var seen = await gateway.SendAsync(
            HttpMethod.Get, "/admin", null, ("X-Forwarded-For", "198.51.100.7, 203.0.113.9"), ("X-Forwarded-Proto", "https")).SeenAsync();
        using var foreign = await gateway.SendAsync(HttpMethod.Get, "/admin", null, Claimed);

        // The proxy wrote the last address; what stands before it the caller may have made up.
        Assert.Equal("203.0.113.9", seen.Header("X-Forwarded-For"));
        Assert.Equal("https", seen.Header("X-Forwarded-Proto"));
        Assert.DoesNotContain("evil", (await Task.FromResult(foreign).SeenAsync()).Header("X-Forwarded-Host"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.test")]
    [InlineData("127.0.0.1")]
    public async Task Another_host_than_the_public_one_is_refused(string host)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);
        gateway.Http.DefaultRequestHeaders.Host = host;

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");
        using var probe = await gateway.SendAsync(HttpMethod.Get, "/health/live");

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "unknown_host");
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Theory]
    [InlineData("/admin", HttpStatusCode.OK)]
    [InlineData("/api/v1/needs", HttpStatusCode.Unauthorized)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Every_answer_has_the_headers_that_protect_browsers(string path, HttpStatusCode status)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("default-src 'self'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Contains("camera=()", answer.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_service_may_say_its_own_policy()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
            return Task.CompletedTask;
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");

        Assert.Equal("default-src 'none'", answer.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task An_https_origin_stays_https()
    {
        await using var gateway = await GatewayServer.StartAsync(null, new() { ["Access:Issuer"] = "https://kommunebro.test/" });

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/openapi/v1.json");

        Assert.Equal("max-age=31536000; includeSubDomains", answer.Header("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_one_megabyte_is_refused(bool lengthIsTold)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);
        using var body = new StreamContent(new MemoryStream(new byte[1024 * 1024 + 1]));
        if (!lengthIsTold)
            body.Headers.ContentLength = null;

        using var answer = await gateway.SendAsync(HttpMethod.Post, "/admin/upload", body, null);

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [Theory]
    [InlineData("/admin/upload", 1)]
    [InlineData("/admin/needs/import", 32)]
    [InlineData("/admin/registers/katottg", 32)]
    public async Task A_body_of_one_megabyte_passes_and_a_page_that_takes_files_gets_more(string path, int megabytes)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);
        using var body = new ByteArrayContent(new byte[megabytes * 1024 * 1024]);

        var seen = await gateway.SendAsync(HttpMethod.Post, path, body, null).SeenAsync();

        Assert.Equal(megabytes * 1024 * 1024, seen.BodyLength);
    }
}
