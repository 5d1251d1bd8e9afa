using System.Net;
using System.Text;
using System.Text.Json;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Gateway.Routing;

public sealed class RoutesTests
{
    [Theory]
    [InlineData("/api/v1/municipalities", "Registry")]
    [InlineData("/api/v1/municipalities/3201?lang=nb", "Registry")]
    [InlineData("/api/v1/territory/UA63120270000028556?on=2026-01-01", "Registry")]
    [InlineData("/api/v1/imports/reviews", "Registry")]
    [InlineData("/api/v1/offers", "Registry")]
    [InlineData("/api/v1/initiatives?country=de", "Registry")]
    [InlineData("/api/v1/municipalities/4223/profile", "Registry")]
    [InlineData("/api/v1/community-organisations/01999c4e-7d42-7c1f-b1a3-5f0d2f6e8a10", "Registry")]
    [InlineData("/api/v1/coverage", "Registry")]
    [InlineData("/api/v1/areas", "Registry")]
    [InlineData("/api/v1/expressions-of-interest", "Registry")]
    [InlineData("/api/v1/contacts", "Registry")]
    [InlineData("/api/v1/needs/0199/verify", "NeedsIntake")]
    [InlineData("/api/v1/needs/imports?dryRun=true", "NeedsIntake")]
    [InlineData("/api/v1/needs/0199/attachments?name=a.pdf", "NeedsIntake")]
    [InlineData("/api/v1/matching-runs/0199/plan", "Matching")]
    [InlineData("/api/v1/matching-inputs", "Matching")]
    [InlineData("/api/v1/scenarios/default", "Matching")]
    [InlineData("/api/v1/candidates?need=0199", "Matching")]
    [InlineData("/api/v1/proposals", "Matching")]
    [InlineData("/api/v1/partnerships", "Matching")]
    [InlineData("/api/v1/webhooks", "Notification")]
    [InlineData("/api/v1/events?after=abc", "Notification")]
    [InlineData("/api/v1/organisations", "Identity")]
    [InlineData("/api/v1/accounts", "Identity")]
    [InlineData("/connect/authorize?client_id=admin", "Identity")]
    [InlineData("/connect/token", "Identity")]
    [InlineData("/connect/par", "Identity")]
    [InlineData("/connect/revoke", "Identity")]
    [InlineData("/connect/new-password?lang=uk", "Identity")]
    [InlineData("/connect/second-factor/enrol", "Identity")]
    [InlineData("/connect/password/choose?ticket=abc", "Identity")]
    [InlineData("/connect/outside/entra/callback?code=abc", "Identity")]
    [InlineData("/.well-known/openid-configuration", "Identity")]
    [InlineData("/admin", "Admin")]
    [InlineData("/admin/needs?page=2", "Admin")]
    [InlineData("/admin/registers/territory", "Admin")]
    [InlineData("/admin/answer/abc", "Admin")]
    public async Task An_address_leads_to_the_service_that_answers_it(string path, string service)
    {
        await using var right = await Upstream.StartAsync();
        await using var wrong = await Upstream.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return Task.CompletedTask;
        });
        await using var gateway = await GatewayServer.StartAsync(wrong, new() { [$"Services:{service}"] = right.Address });
        var token = path.StartsWith("/api/", StringComparison.Ordinal) ? (await TestIssuer.GetAsync()).Partner(Guid.CreateVersion7(), "registry.read") : null;

        var seen = await gateway.SendAsync(HttpMethod.Get, path, token).SeenAsync();

        Assert.Equal(path, seen.Path + seen.Query);
    }

    [Fact]
    public async Task Every_endpoint_names_its_policy_or_says_why_it_has_none()
    {
        await using var gateway = await GatewayServer.StartAsync(null);
        var endpoints = gateway.Inside.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.True(endpoints.Count > 20);
        Assert.All(endpoints.Where(endpoint => endpoint.DisplayName?.Contains("Unimplemented", StringComparison.Ordinal) != true), endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAuthorizeData>() is { Policy.Length: > 0 } || endpoint.Metadata.GetMetadata<OpenToAll>() is { Reason.Length: > 0 },
            $"{endpoint.RoutePattern.RawText} names no policy."));
    }

    [Fact]
    public async Task A_route_that_says_nothing_of_access_is_closed()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["ReverseProxy:Routes:admin:Metadata:OpenToAll"] = "" });

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");

        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/needs")]
    [InlineData("/api/v1/needsandmore")]
    [InlineData("/kommunebro.needs.v1.Needs/StreamVerified")]
    [InlineData("/wp-login.php")]
    public async Task Where_no_route_leads_there_is_nothing(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, path);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_header_in_letters_of_the_world_reaches_the_service_as_it_was_sent()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);
        var utf8 = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Idempotency-Key: ключ"));

        var answer = await RawCall.AskAsync(gateway, RawCall.Get("/admin", utf8));

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        var seen = JsonSerializer.Deserialize<Seen>(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)])!;
        Assert.Equal("ключ", seen.Header("Idempotency-Key"));
    }

    [Fact]
    public async Task The_bare_origin_leads_staff_in()
    {
        await using var gateway = await GatewayServer.StartAsync(null);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/");

        Assert.Equal("/admin", answer.Header("Location"));
    }

    [Fact]
    public async Task Services_are_reached_over_unix_sockets()
    {
        await using var upstream = await Upstream.StartAsync(socket: Path.Combine(TemporaryFolder.Create("gateway"), "needs.sock"));
        await using var gateway = await GatewayServer.StartAsync(upstream);

        var seen = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs?limit=1", (await TestIssuer.GetAsync()).Staff()).SeenAsync();

        Assert.Equal("/api/v1/needs?limit=1", seen.Path + seen.Query);
    }

    [Fact]
    public async Task A_wrong_address_of_a_service_is_told_at_the_start()
    {
        var told = await Assert.ThrowsAnyAsync<Exception>(() => GatewayServer.StartAsync(null, new() { ["Services:Matching"] = "matching:5103" }));

        Assert.Contains("Gateway:Services:Matching is 'matching:5103'", told.ToString(), StringComparison.Ordinal);
    }
}
