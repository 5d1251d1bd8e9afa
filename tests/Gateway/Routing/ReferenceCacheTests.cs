using System.Collections.Concurrent;
using System.Net;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Routing;

public sealed class ReferenceCacheTests
{
    private const string Areas = "/api/v1/areas";

    [Fact]
    public async Task A_code_list_is_asked_for_once_for_all_readers_of_a_language_and_each_hears_its_own_state()
    {
        var asked = 0;
        await using var upstream = await Upstream.StartAsync(context =>
        {
            Interlocked.Increment(ref asked);
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($"\"{context.Request.Query["lang"]}{context.Request.Headers.AcceptLanguage}\"");
        });
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Limits:Client:Requests"] = "9", ["Limits:Client:Window"] = "01:00:00" }, new ConcurrentQueue<string>());
        var (one, other) = (await ReaderAsync(), await ReaderAsync());

        using var first = await gateway.SendAsync(HttpMethod.Get, Areas, one, ("Accept-Language", "nb"));
        using var again = await gateway.SendAsync(HttpMethod.Get, Areas, one, ("Accept-Language", "nb"));
        using var others = await gateway.SendAsync(HttpMethod.Get, $"{Areas}?x=1", other, ("Accept-Language", "nb"), ("Accept-Encoding", "br"));
        using var ukrainian = await gateway.SendAsync(HttpMethod.Get, Areas, other, ("Accept-Language", "uk"));
        using var chosen = await gateway.SendAsync(HttpMethod.Get, $"{Areas}?lang=en", other, ("Accept-Language", "nb"));

        Assert.Equal(["\"nb\"", "\"nb\"", "\"uk\"", "\"ennb\""], await Task.WhenAll(new[] { first, again, ukrainian, chosen }.Select(answer => answer.Content.ReadAsStringAsync())));
        Assert.Equal(3, asked);
        Assert.Equal("br", others.Header("Content-Encoding"));
        Assert.Null(again.Header("Content-Encoding"));
        Assert.Equal(["8", "7", "8"], new[] { first, again, others }.Select(answer => answer.Header("RateLimit")!.Split("\"client\";r=").Single(part => part.Length == 1)));
        Assert.Equal(3, new[] { first, again, others }.Select(answer => answer.Header("Trace-Id")).Distinct().Count());
        Assert.All([again, others], answer => Assert.NotNull(answer.Headers.Age));
    }

    [Fact]
    public async Task Who_may_not_read_it_does_not_get_it_from_the_cache()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);
        var issuer = await TestIssuer.GetAsync();
        using var kept = await gateway.SendAsync(HttpMethod.Get, Areas, await ReaderAsync());

        using var nobody = await gateway.SendAsync(HttpMethod.Get, Areas);
        using var withoutScope = await gateway.SendAsync(HttpMethod.Get, Areas, issuer.Partner(Guid.CreateVersion7(), "needs.read"));

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        await nobody.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        await withoutScope.ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_failure_a_cookie_and_what_is_written_are_not_kept()
    {
        var asked = 0;
        await using var upstream = await Upstream.StartAsync(context =>
        {
            var turn = Interlocked.Increment(ref asked);
            if (turn == 2)
                context.Response.Headers.SetCookie = "a=b";
            context.Response.StatusCode = turn == 1 ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            return context.Response.WriteAsync($"{turn}");
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);
        var reader = await ReaderAsync();
        var bodies = new List<string>();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Get, HttpMethod.Get, HttpMethod.Get, HttpMethod.Post, HttpMethod.Post })
        {
            using var answer = await gateway.SendAsync(method, Areas, reader);
            bodies.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(["1", "2", "3", "3", "4", "5"], bodies);
    }

    [Fact]
    public async Task No_other_route_keeps_anything()
    {
        var asked = 0;
        await using var upstream = await Upstream.StartAsync(context => context.Response.WriteAsync($"{Interlocked.Increment(ref asked)}"));
        await using var gateway = await GatewayServer.StartAsync(upstream);
        var reader = await ReaderAsync();
        foreach (var path in new[] { "/api/v1/needs", "/api/v1/municipalities", "/api/v1/territory/UA63120270000028556", "/api/v1/events" })
        {
            var before = asked;
            using var first = await gateway.SendAsync(HttpMethod.Get, path, reader);
            using var second = await gateway.SendAsync(HttpMethod.Get, path, reader);
            Assert.Equal(before + 2, asked);
        }
    }

    private static async Task<string> ReaderAsync() => (await TestIssuer.GetAsync()).Partner(Guid.CreateVersion7(), "registry.read");
}
