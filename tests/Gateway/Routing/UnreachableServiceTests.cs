using System.Collections.Concurrent;
using System.Net;
using Kommunebro.Testing;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Routing;

public sealed class UnreachableServiceTests
{
    [Theory]
    [InlineData("/api/v1/needs")]
    [InlineData("/admin")]
    public async Task A_service_that_is_away_is_told_without_a_word_about_the_inside(string path)
    {
        await using var gateway = await GatewayServer.StartAsync(null);

        using var answer = await gateway.SendAsync(HttpMethod.Get, path, (await TestIssuer.GetAsync()).Staff());

        var problem = await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "service_unavailable");
        Assert.Equal("5", answer.Header("Retry-After"));
        Assert.DoesNotContain("127.0.0.1", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("refused", problem.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_service_that_is_too_slow_is_told_likewise()
    {
        await using var upstream = await Upstream.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var gateway = await GatewayServer.StartAsync(
            upstream, new() { ["ReverseProxy:Clusters:Admin:HttpRequest:ActivityTimeout"] = "00:00:00.2" });

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");

        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "service_unavailable");
    }

    [Fact]
    public async Task A_service_that_hangs_up_is_told_likewise()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");

        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "service_unavailable");
    }

    [Fact]
    public async Task What_a_service_refuses_is_passed_on_as_it_is()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            context.Response.ContentType = "application/problem+json";
            return context.Response.WriteAsync("""{"code":"illegal_step"}""");
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("""{"code":"illegal_step"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_empty_refusal_of_a_service_stays_empty()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task While_services_are_away_the_gateway_is_ready()
    {
        await using var gateway = await GatewayServer.StartAsync(null);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/health/ready");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_log_names_the_route_and_neither_query_nor_secret()
    {
        var log = new ConcurrentQueue<string>();
        await using var gateway = await GatewayServer.StartAsync(null, log: log);
        var token = (await TestIssuer.GetAsync()).Staff();

        (await gateway.SendAsync(HttpMethod.Get, "/admin/answer/s3cr3t-of-a-link?who=olena", token)).Dispose();

        // The line is written when the answer has gone.
        await Eventually.TrueAsync(
            () => Task.FromResult(log.Any(line => line.StartsWith("GET /admin/answer/{**rest} 503", StringComparison.Ordinal))), "the request is logged");
        Assert.All(log, line => Assert.DoesNotContain("s3cr3t", line, StringComparison.Ordinal));
        Assert.All(log, line => Assert.DoesNotContain("olena", line, StringComparison.Ordinal));
        Assert.All(log, line => Assert.DoesNotContain(token, line, StringComparison.Ordinal));
    }
}
