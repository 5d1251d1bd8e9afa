using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.Gateway.Edge;

public sealed class TokensTests
{
    [Fact]
    public async Task Without_a_token_the_api_answers_nothing()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs");

        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.StartsWith("Bearer", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("not yet valid")]
    [InlineData("another audience")]
    [InlineData("another issuer")]
    [InlineData("another key")]
    [InlineData("a key that nobody knows")]
    [InlineData("no signature")]
    [InlineData("the public key as secret")]
    [InlineData("another kind")]
    [InlineData("tampered")]
    [InlineData("no token at all")]
    public async Task A_bad_token_is_stopped_at_the_door(string fault)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs", await BadTokenAsync(fault));

        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task The_token_goes_on_to_the_service_which_looks_at_it_again()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);
        var token = (await TestIssuer.GetAsync()).Partner(Guid.CreateVersion7());

        var seen = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs", token).SeenAsync();

        Assert.Equal($"Bearer {token}", seen.Header("Authorization"));
    }

    [Fact]
    public async Task While_the_keys_cannot_be_fetched_nobody_is_let_in_or_called_a_forger()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["Services:Identity"] = $"http://127.0.0.1:{FreePort.Next()}" });

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/api/v1/needs", (await TestIssuer.GetAsync()).Staff());

        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "temporarily_unavailable");
    }

    private static async Task<string> BadTokenAsync(string fault)
    {
        var issuer = await TestIssuer.GetAsync();
        Claim[] none = [];
        var good = issuer.Partner(Guid.CreateVersion7());
        return fault switch
        {
            "expired" => issuer.Sign("client", none, expires: TimeProvider.System.GetUtcNow().AddMinutes(-5)),
            "not yet valid" => issuer.Sign("client", none, notBefore: TimeProvider.System.GetUtcNow().AddMinutes(5)),
            "another audience" => issuer.Sign("client", none, audience: "somebody-else"),
            "another issuer" => issuer.Sign("client", none, issuer: "http://evil.test/"),
            "another key" => issuer.Sign("client", none, key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" }),
            "a key that nobody knows" => issuer.Sign("client", none, key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "unknown" }),
            "no signature" => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{good.Split('.')[1]}.",
            // Everybody can read it, so everybody could sign with it.
            "the public key as secret" => issuer.Sign(
                "client",
                none,
                key: new SymmetricSecurityKey(issuer.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = issuer.Key.KeyId },
                algorithm: SecurityAlgorithms.HmacSha256),
            "another kind" => issuer.Sign("client", none, type: "JWT"),
            "tampered" => $"{good[..^10]}{(good[^10] == 'A' ? 'B' : 'A')}{good[^9..]}",
            _ => "nonsense",
        };
    }
}
