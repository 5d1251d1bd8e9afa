using System.Text.Json.Nodes;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Identity.OutsideIssuers;

/// <summary>
/// Stands where Maskinporten or an OpenID Connect provider stands: a server of its own on a port of its own, with its own keys,
/// which it publishes, and with which it signs what the tests want.
/// </summary>
public sealed class StandInIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _keys;

    private StandInIssuer()
    {
        Keys = Published = NewKeys();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Name);
        _app = builder.Build();
        Staff = new StandInSignIn(this);
        foreach (var place in (string[])["openid-configuration", "oauth-authorization-server"])
            _app.MapGet($"/.well-known/{place}", () => Results.Json(Metadata()));
        _app.MapGet("/jwks", () => Results.Json(new JsonObject { ["keys"] = new JsonArray(Published.Public) }));
        Staff.Map(_app);
    }

    /// <summary>As its tokens call it.</summary>
    public string Name { get; } = $"http://127.0.0.1:{FreePort.Next()}";

    /// <summary>As it calls itself in its metadata, when that is to be another.</summary>
    public string? OtherName { get; set; }

    /// <summary>With what it signs now.</summary>
    public KeyPair Keys { get; private set; }

    /// <summary>What it publishes.</summary>
    public KeyPair Published { get; private set; }

    /// <summary>Its pages at which people sign in.</summary>
    public StandInSignIn Staff { get; }

    public static async Task<StandInIssuer> StartAsync()
    {
        var issuer = new StandInIssuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>Signs with new keys from now on, and publishes them alone.</summary>
    public void ChangeKeys() => Keys = Published = NewKeys();

    /// <summary>Signs with keys that it does not publish.</summary>
    public void SignWith(KeyPair keys) => Keys = keys;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private KeyPair NewKeys() => KeyPair.Rsa($"stand-in-{++_keys}");

    private JsonObject Metadata() => new()
    {
        ["issuer"] = OtherName ?? Name,
        ["jwks_uri"] = $"{Name}/jwks",
        ["authorization_endpoint"] = $"{Name}/authorize",
        ["token_endpoint"] = $"{Name}/token",
        // Which is away: a way to ask that nobody must take.
        ["pushed_authorization_request_endpoint"] = $"{Name}/away",
        ["response_types_supported"] = new JsonArray("code"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    };
}
