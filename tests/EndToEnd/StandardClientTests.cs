using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>A client library of OpenID Connect that others have written works with the platform as it is, whichever way its client shows who it is.</summary>
public sealed class StandardClientTests
{
    private const string KeyName = "of-the-partner";

    [Fact]
    public async Task It_finds_the_addresses_gets_tokens_and_asks_the_api()
    {
        await using var platform = await OneProcess.BeginAsync(TemporaryFolder.Create("standard-client"));
        using var administrator = new Door(platform.Origin, platform.Tokens.Of(StaffRole.Administrator));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var organisation = await administrator.PostAsync(
            "organisations", new JsonObject { ["name"] = "Partner", ["municipalities"] = new JsonArray(Journey.Vennesla) });
        var withSecret = await ClientAsync(administrator, organisation, []);
        var withKey = await ClientAsync(administrator, organisation, new JsonObject { ["keys"] = new JsonArray(JwkOf(key, whole: false)) });
        var (id, secret) = ($"{withSecret["client"]!["clientId"]}", $"{withSecret["secret"]}");

        OpenIdClientPeer[] answers =
        [
            await OpenIdClientPeer.AskAsync(platform.Origin, "post", id, secret),
            await OpenIdClientPeer.AskAsync(platform.Origin, "basic", id, secret),
            await OpenIdClientPeer.AskAsync(platform.Origin, "key", $"{withKey["client"]!["clientId"]}", JwkOf(key, whole: true).ToJsonString()),
        ];

        Assert.All(answers, answer => Assert.Equal(("bearer", "needs.read", 200, true), (answer.Type, answer.Scope, answer.Status, answer.IsPage)));
        Assert.All(answers, answer => Assert.InRange(answer.Lives, 590, 600));
        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenIdClientPeer.AskAsync(platform.Origin, "post", id, $"{secret}x"));
    }

    private static Task<JsonObject> ClientAsync(Door administrator, JsonObject organisation, JsonObject more)
    {
        more["name"] = "Standard library";
        more["scopes"] = new JsonArray(AccessPolicies.NeedsRead);
        return administrator.PostAsync($"organisations/{organisation["id"]}/clients", more);
    }

    private static JsonObject JwkOf(ECDsa key, bool whole)
    {
        var parts = key.ExportParameters(includePrivateParameters: true);
        var jwk = new JsonObject
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = KeyName, ["x"] = Base64UrlEncoder.Encode(parts.Q.X), ["y"] = Base64UrlEncoder.Encode(parts.Q.Y),
        };
        if (whole)
            jwk["d"] = Base64UrlEncoder.Encode(parts.D);
        return jwk;
    }
}
