using System.Globalization;
using System.Net;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Limits;

public sealed class LimitsTests
{
    [Fact]
    public async Task A_client_hears_what_it_has_left_and_when_to_go_on()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Limits:Client:Requests"] = "2", ["Limits:Client:Window"] = "01:00:00" });
        var token = (await TestIssuer.GetAsync()).Partner(Guid.CreateVersion7());

        using var first = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs", token);
        using var second = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs", token);
        using var third = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs", token);

        Assert.Contains("\"client\";q=2;w=3600", first.Header("RateLimit-Policy"), StringComparison.Ordinal);
        Assert.Contains("\"client\";r=1", first.Header("RateLimit"), StringComparison.Ordinal);
        Assert.Contains("\"client\";r=0", second.Header("RateLimit"), StringComparison.Ordinal);
        await third.ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        var wait = long.Parse(third.Header("Retry-After")!, CultureInfo.InvariantCulture);
        Assert.InRange(wait, 1, 3600);
        Assert.Contains($"\"client\";r=0;t={wait}", third.Header("RateLimit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_clients_haste_is_no_other_clients_trouble()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Limits:Client:Requests"] = "1", ["Limits:Client:Window"] = "01:00:00" });
        var issuer = await TestIssuer.GetAsync();
        var hasty = issuer.Partner(Guid.CreateVersion7());

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "/api/v1/needs", hasty));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(gateway, "/api/v1/needs", hasty));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "/api/v1/needs", issuer.Partner(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task After_the_window_it_goes_on()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Limits:Client:Requests"] = "1", ["Limits:Client:Window"] = "00:00:01" });
        var token = (await TestIssuer.GetAsync()).Partner(Guid.CreateVersion7());
        await Eventually.TrueAsync(async () => await StatusAsync(gateway, "/api/v1/needs", token) == HttpStatusCode.TooManyRequests, "the limit is reached");

        await Eventually.TrueAsync(async () => await StatusAsync(gateway, "/api/v1/needs", token) == HttpStatusCode.OK, "the limit is lifted");
    }

    [Fact]
    public async Task An_address_is_limited_before_its_token_is_looked_at()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Limits:Address:Requests"] = "1", ["Limits:Address:Window"] = "01:00:00" });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(gateway, "/api/v1/needs", "nonsense"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(gateway, "/api/v1/needs", "nonsense"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "/health/live"));
    }

    [Theory]
    [InlineData("/admin/..%2fx", "issuer.test")]
    [InlineData("/admin", "evil.test")]
    [InlineData("/health/other", "evil.test")]
    public async Task What_is_refused_at_the_edge_is_limited_too(string path, string host)
    {
        await using var gateway = await GatewayServer.StartAsync(null, new() { ["Limits:Address:Requests"] = "1", ["Limits:Address:Window"] = "01:00:00" });
        var request = $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n";

        Assert.StartsWith("HTTP/1.1 400 ", await RawCall.AskAsync(gateway, request), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 429 ", await RawCall.AskAsync(gateway, request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_address_is_no_way_around_the_limit()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Limits:Address:Requests"] = "1", ["Limits:Address:Window"] = "01:00:00" });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "/admin"));
        using var again = await gateway.SendAsync(HttpMethod.Get, "/admin", null, ("X-Forwarded-For", "203.0.113.9"));

        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
    }

    [Theory]
    [InlineData("/connect/token")]
    [InlineData("/connect/sign-in")]
    [InlineData("/connect/par")]
    [InlineData("/connect/revoke")]
    [InlineData("/connect/new-password")]
    [InlineData("/admin/answer/some-link")]
    public async Task Where_secrets_could_be_guessed_the_limit_is_small(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(
            upstream, new() { ["Limits:SignIn:Requests"] = "1", ["Limits:SignIn:Window"] = "01:00:00", ["Services:Identity"] = upstream.Address });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, path));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(gateway, path));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "/admin/needs"));
        // Where nothing can be guessed nobody is slowed down.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "/connect/authorize"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "/connect/authorize"));
    }

    [Fact]
    public async Task A_client_may_do_only_so_much_at_once()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await Upstream.StartAsync(async _ =>
        {
            entered.TrySetResult();
            await goOn.Task;
        });
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Limits:AtOnce"] = "1" });
        var token = (await TestIssuer.GetAsync()).Partner(Guid.CreateVersion7());

        var first = StatusAsync(gateway, "/api/v1/needs", token);
        await entered.Task;
        using var second = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs", token);
        goOn.SetResult();

        await second.ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        Assert.Equal("1", second.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, await first);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "/api/v1/needs", token));
    }

    [Theory]
    [InlineData("Limits:Client:Requests", "0")]
    [InlineData("Limits:Client:Window", "soon")]
    [InlineData("Limits:Address:Window", "00:00:00")]
    [InlineData("Limits:AtOnce", "-1")]
    public async Task A_wrong_limit_is_told_at_the_start(string setting, string value)
    {
        var told = await Assert.ThrowsAsync<SettingException>(() => GatewayServer.StartAsync(null, new() { [setting] = value }));

        Assert.StartsWith($"Gateway:{setting} is '{value}'.", told.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(GatewayServer gateway, string path, string? token = null)
    {
        using var answer = await gateway.SendAsync(HttpMethod.Get, path, token);
        return answer.StatusCode;
    }
}
