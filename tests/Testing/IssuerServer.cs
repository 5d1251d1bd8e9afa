using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Testing;

/// <summary>The endpoints of a test's issuer.</summary>
internal sealed class IssuerServer(TestIssuer issuer)
{
    private WebApplication? _app;
    private int _keysAsked;
    private int _tokensAsked;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    public int KeysAsked => Volatile.Read(ref _keysAsked);

    public int TokensAsked => Volatile.Read(ref _tokensAsked);

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer.Issuer.ToString(),
            ["jwks_uri"] = new Uri(issuer.Issuer, ".well-known/jwks").ToString(),
        }));
        _app.MapGet("/.well-known/jwks", Keys);
        _app.MapPost("/connect/token", Token);
        await _app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_app is null)
            return;
        await _app.DisposeAsync();
        _app = null;
    }

    private IResult Keys()
    {
        Interlocked.Increment(ref _keysAsked);
        var key = issuer.Key.Rsa.ExportParameters(includePrivateParameters: false);
        var published = new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = issuer.Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(key.Modulus),
            ["e"] = Base64UrlEncoder.Encode(key.Exponent),
        };
        return Results.Json(new { keys = new[] { published } });
    }

    private IResult Token()
    {
        Interlocked.Increment(ref _tokensAsked);
        return Results.Json(new Dictionary<string, object>
        {
            ["access_token"] = issuer.Service([.. issuer.ServiceScopes]),
            ["token_type"] = "Bearer",
            ["expires_in"] = 1800,
        });
    }
}
