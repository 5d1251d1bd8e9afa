using System.Net;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Connect;

/// <summary>What clients and services read to find their way.</summary>
public sealed class DiscoveryTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task All_addresses_are_at_the_public_origin_whoever_asks()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ".well-known/openid-configuration");
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Host", "evil.example");

        using var response = await _server.Http.SendAsync(request);

        var answer = await Answer.ReadAsync(response);
        Assert.Equal(IdentityServer.Issuer, answer.Text("issuer"));
        Assert.Equal($"{IdentityServer.Issuer}connect/authorize", answer.Text("authorization_endpoint"));
        Assert.Equal($"{IdentityServer.Issuer}connect/token", answer.Text("token_endpoint"));
        Assert.Equal($"{IdentityServer.Issuer}connect/par", answer.Text("pushed_authorization_request_endpoint"));
        Assert.Equal($"{IdentityServer.Issuer}connect/logout", answer.Text("end_session_endpoint"));
        Assert.Equal($"{IdentityServer.Issuer}connect/revoke", answer.Text("revocation_endpoint"));
        Assert.Equal($"{IdentityServer.Issuer}.well-known/jwks", answer.Text("jwks_uri"));
        Assert.Equal(["S256"], answer.Body["code_challenge_methods_supported"]!.AsArray().Select(method => (string?)method));
        Assert.DoesNotContain("evil", answer.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_keys_are_public_only()
    {
        using var response = await _server.Http.GetAsync(new Uri(".well-known/jwks", UriKind.Relative));

        var answer = (await Answer.ReadAsync(response)).Expect(HttpStatusCode.OK);
        var key = Assert.Single(answer.Body["keys"]!.AsArray())!.AsObject();
        Assert.Equal("RSA", (string?)key["kty"]);
        Assert.Equal("sig", (string?)key["use"]);
        Assert.DoesNotContain(key, field => field.Key is "d" or "p" or "q" or "dp" or "dq" or "qi");
    }
}
