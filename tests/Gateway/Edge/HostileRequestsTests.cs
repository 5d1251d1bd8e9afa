using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Edge;

/// <summary>What no client would send by mistake. It is refused at the edge, told nothing, and noted.</summary>
public sealed class HostileRequestsTests
{
    [Theory]
    [InlineData("/api/v1/needs/../accounts")]
    [InlineData("/api/v1/needs/./x")]
    [InlineData("/api/v1/needs/%2e%2e/accounts")]
    [InlineData("/api/v1/needs/.%2E/accounts")]
    [InlineData("/api/v1/needs/..%2faccounts")]
    [InlineData("/api/v1/needs/..%5Caccounts")]
    [InlineData("/api/v1/needs/..\\accounts")]
    [InlineData("/api/v1/needs/%252e%252e%252faccounts")]
    [InlineData("/api/v1/needs%2F..%2F..%2Fconnect/token")]
    [InlineData("/admin/answer/..%2F..%2Fneeds")]
    [InlineData("//evil.test/admin")]
    [InlineData("/admin//needs")]
    [InlineData("/admin/x%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/docs/..")]
    [InlineData("/api/v1/needs/%%32%65%%32%65/accounts")]
    [InlineData("/api/v1/needs/%c0%ae%c0%ae/accounts")]
    [InlineData("/api/v1/needs/100%")]
    [InlineData("/api/v1/needs/%u002e/accounts")]
    public async Task A_path_that_can_be_read_in_two_ways_is_refused(string path)
    {
        var (reached, log) = (0, new ConcurrentQueue<string>());
        await using var upstream = await Upstream.StartAsync(Count(() => reached++));
        await using var gateway = await GatewayServer.StartAsync(upstream, log: log);

        var answer = await RawCall.AskAsync(gateway, RawCall.Get(path, $"Authorization: Bearer {(await TestIssuer.GetAsync()).Staff()}"));

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("accounts", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", answer, StringComparison.Ordinal);
        Assert.Equal(0, reached);
        await NotedAsync(log, " 400 in ");
    }

    [Theory]
    [InlineData("/api/v1/municipalities?q=%D0%A5%D0%B0%D1%80%D0%BA%D1%96%D0%B2%2F..%252F&limit=1")]
    [InlineData("/admin/assets/app.3f.css")]
    [InlineData("/admin/%D0%B3%D1%80%D0%BE%D0%BC%D0%B0%D0%B4%D0%B0")]
    public async Task What_only_looks_like_it_passes_unchanged(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);

        var answer = await RawCall.AskAsync(gateway, RawCall.Get(path, $"Authorization: Bearer {(await TestIssuer.GetAsync()).Staff()}"));

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /admin HTTP/1.1\r\nHost: issuer.test\r\nX-A: b\r\n folded: c\r\n\r\n")]
    [InlineData("GET /admin HTTP/1.1\r\nHost: issuer.test\r\nX-A: b\0c\r\n\r\n")]
    [InlineData("GET /admin HTTP/1.1\r\nHost: issuer.test\r\nX A: b\r\n\r\n")]
    [InlineData("GET /admin HTTP/1.1\r\nHost: issuer.test\r\nHost: evil.test\r\n\r\n")]
    [InlineData("GET /admin HTTP/1.1\r\n\r\n")]
    [InlineData("GET http://evil.test/admin HTTP/1.1\r\nHost: issuer.test\r\n\r\n")]
    [InlineData("GET /admin HTTP/3.1\r\nHost: issuer.test\r\n\r\n")]
    [InlineData("GET /ad min HTTP/1.1\r\nHost: issuer.test\r\n\r\n")]
    [InlineData("GET /admin/needs%00.css HTTP/1.1\r\nHost: issuer.test\r\n\r\n")]
    [InlineData("POST /admin HTTP/1.1\r\nHost: issuer.test\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc")]
    [InlineData("POST /admin HTTP/1.1\r\nHost: issuer.test\r\nContent-Length: -3\r\n\r\nabc")]
    [InlineData("POST /admin HTTP/1.1\r\nHost: issuer.test\r\nTransfer-Encoding: xchunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")]
    [InlineData("POST /admin HTTP/1.1\r\nHost: issuer.test\r\nTransfer-Encoding: chunked, identity\r\n\r\n3\r\nabc\r\n0\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003")]
    public async Task A_request_that_breaks_the_protocol_is_refused_and_noted(string request)
    {
        var (reached, log) = (0, new ConcurrentQueue<string>());
        await using var upstream = await Upstream.StartAsync(Count(() => reached++));
        await using var gateway = await GatewayServer.StartAsync(upstream, log: log);

        var answer = await RawCall.AskAsync(gateway, request);

        Assert.Matches("^HTTP/1.1 (400|501|505) ", answer);
        Assert.DoesNotContain("evil", answer, StringComparison.Ordinal);
        Assert.Equal(0, reached);
        await NotedAsync(log, "refused with", answer.Split(' ')[1]);
    }

    [Fact]
    public async Task One_request_cannot_hide_another()
    {
        var seen = new ConcurrentQueue<string>();
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            seen.Enqueue($"{context.Request.Method} {context.Request.Path}");
            await context.Request.Body.CopyToAsync(Stream.Null);
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);
        const string Hidden = "GET /api/v1/accounts HTTP/1.1\r\nHost: issuer.test\r\n\r\n";

        // Whoever counts by length sees one body; whoever counts by chunks sees none and another request behind it.
        await RawCall.AskAsync(
            gateway, $"POST /admin/first HTTP/1.1\r\nHost: issuer.test\r\nContent-Length: {Hidden.Length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Hidden}");

        // Had the service counted differently from the gateway, it would have answered the second as one that the gateway let in.
        Assert.DoesNotContain("GET /api/v1/accounts", seen);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public async Task A_method_that_nobody_serves_is_refused(string method)
    {
        var reached = 0;
        await using var upstream = await Upstream.StartAsync(Count(() => reached++));
        await using var gateway = await GatewayServer.StartAsync(upstream);

        var answer = await RawCall.AskAsync(gateway, $"{method} /admin HTTP/1.1\r\nHost: issuer.test\r\nX-Secret: s3cr3t\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (405|400) ", answer);
        if (answer.StartsWith("HTTP/1.1 405", StringComparison.Ordinal))
            Assert.Contains("Allow: GET, HEAD, ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", answer, StringComparison.Ordinal);
        Assert.Equal(0, reached);
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-HTTP-Method", "DELETE")]
    [InlineData("X-Method-Override", "DELETE")]
    public async Task The_method_is_that_of_the_request_line(string header, string value)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);

        var seen = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs?_method=DELETE", (await TestIssuer.GetAsync()).Staff(), (header, value)).SeenAsync();

        Assert.Equal("GET", seen.Method);
        Assert.Null(seen.Header(header));
    }

    [Theory]
    [InlineData("/admin?x=", 9000, 0)]
    [InlineData("/admin?x=1", 0, 33000)]
    public async Task An_address_or_headers_that_are_too_large_are_refused_and_noted(string path, int more, int header)
    {
        var log = new ConcurrentQueue<string>();
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, log: log);

        var answer = await RawCall.AskAsync(gateway, RawCall.Get(path + new string('a', more), $"X-A: {new string('b', header)}"));

        Assert.Matches("^HTTP/1.1 (414|431) ", answer);
        await NotedAsync(log, "refused with", answer.Split(' ')[1]);
    }

    [Fact]
    public async Task A_refusal_at_the_edge_is_told_as_all_others()
    {
        await using var gateway = await GatewayServer.StartAsync(null);

        var answer = await RawCall.AskAsync(gateway, RawCall.Get("/admin/..%2fx"));

        var problem = JsonNode.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)])!;
        Assert.Equal("malformed_path", (string?)problem["code"]);
        Assert.NotNull((string?)problem["traceId"]);
        Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_in_a_refusal_is_not_told_back()
    {
        await using var gateway = await GatewayServer.StartAsync(null);
        gateway.Http.DefaultRequestHeaders.Host = "evil.test";

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "unknown_host");
        Assert.DoesNotContain("evil", problem.ToJsonString(), StringComparison.Ordinal);
    }

    private static RequestDelegate Count(Action reached) => context =>
    {
        if (context.Request.Headers.ContainsKey("X-Forwarded-For"))
            reached();
        return Task.CompletedTask;
    };

    /// <summary>The line is written when the answer has gone.</summary>
    private static Task NotedAsync(ConcurrentQueue<string> log, params string[] words) => Eventually.TrueAsync(
        () => Task.FromResult(log.Any(line => words.All(word => line.Contains(word, StringComparison.Ordinal)))), $"a line says {string.Join(" ", words)}");
}
