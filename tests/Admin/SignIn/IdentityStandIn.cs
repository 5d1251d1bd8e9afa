using System.Collections.Concurrent;
using System.Security.Claims;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Admin.SignIn;

/// <summary>
/// A small OpenID provider at the address where identity would be: pushed requests, codes with PKCE, refresh tokens that
/// are used once. Whoever comes is signed in as a coordinator of both sides.
/// </summary>
public sealed class IdentityStandIn : IAsyncDisposable
{
    /// <summary>What docs/identity.md lets the admin client ask for.</summary>
    private static readonly string[] Scopes = ["openid", "profile", "offline_access"];

    private readonly WebApplication _app;
    private readonly TestIssuer _signer;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _requests = new();
    private readonly ConcurrentDictionary<string, string> _refreshTokens = new();

    private IdentityStandIn(WebApplication app, TestIssuer signer, Uri issuer) => (_app, _signer, Issuer) = (app, signer, issuer);

    public Uri Issuer { get; }

    /// <summary>How long access tokens say that they live.</summary>
    public int ExpiresIn { get; set; } = 600;

    /// <summary>True: sessions are taken back.</summary>
    public bool RefusesRefresh { get; set; }

    /// <summary>What the last pushed request asked for.</summary>
    public IReadOnlyDictionary<string, string> LastRequest { get; private set; } = new Dictionary<string, string>();

    public int Refreshed { get; private set; }

    public int SignedOut { get; private set; }

    /// <summary>The person who signs in.</summary>
    public Guid Account { get; } = Guid.CreateVersion7();

    public Dictionary<string, string?> Settings => new()
    {
        ["Admin:Access:Issuer"] = Issuer.ToString(),
        ["Admin:Services:Identity"] = Issuer.GetLeftPart(UriPartial.Authority),
    };

    public static async Task<IdentityStandIn> StartAsync()
    {
        var issuer = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(issuer.GetLeftPart(UriPartial.Authority));
        var identity = new IdentityStandIn(builder.Build(), await TestIssuer.GetAsync(), issuer);
        identity.Map();
        await identity._app.StartAsync();
        return identity;
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer.ToString(),
            ["authorization_endpoint"] = new Uri(Issuer, "connect/authorize"),
            ["pushed_authorization_request_endpoint"] = new Uri(Issuer, "connect/par"),
            ["token_endpoint"] = new Uri(Issuer, "connect/token"),
            ["end_session_endpoint"] = new Uri(Issuer, "connect/logout"),
            ["jwks_uri"] = new Uri(Issuer, ".well-known/jwks"),
            ["response_types_supported"] = new[] { "code" },
        }));
        _app.MapGet("/.well-known/jwks", async () =>
        {
            using var http = new HttpClient();
            return Results.Content(await http.GetStringAsync(new Uri(_signer.Address, ".well-known/jwks")), "application/json");
        });
        _app.MapPost("/connect/par", async (HttpRequest request) =>
        {
            LastRequest = (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
            if (LastRequest["scope"].Split(' ').Except(Scopes).Any())
                return Results.Json(new { error = "invalid_scope" }, statusCode: 400);
            var id = $"urn:test:{Guid.CreateVersion7():N}";
            _requests[id] = LastRequest;
            return Results.Json(new { request_uri = id, expires_in = 60 }, statusCode: 201);
        });
        _app.MapGet("/connect/authorize", (string request_uri) =>
        {
            var asked = _requests[request_uri];
            return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"], new Dictionary<string, string?> { ["code"] = request_uri, ["state"] = asked["state"] }));
        });
        _app.MapPost("/connect/token", TokenAsync);
        _app.MapGet("/connect/logout", (string post_logout_redirect_uri, string? state) =>
        {
            SignedOut++;
            return Results.Redirect(QueryHelpers.AddQueryString(post_logout_redirect_uri, "state", state ?? ""));
        });
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] == "client_credentials")
            return Results.Json(new { access_token = _signer.Service("answers.relay"), token_type = "Bearer", expires_in = 600 });
        if (form["grant_type"] == "refresh_token")
        {
            if (RefusesRefresh || !_refreshTokens.TryRemove(form["refresh_token"].ToString(), out _))
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            Refreshed++;
        }
        else if (!_requests.TryRemove(form["code"].ToString(), out _) || form["code_verifier"].Count == 0 || form["client_secret"] != "test")
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);

        var refresh = Guid.CreateVersion7().ToString();
        _refreshTokens[refresh] = "";
        return Results.Json(new
        {
            access_token = Sign(TokenClaims.Audience, new Claim(TokenClaims.Role, StaffRole.KsCoordinator), new Claim(TokenClaims.Role, StaffRole.AucCoordinator)),
            id_token = Sign("admin", new Claim("name", "Olena Prykład"), new Claim("nonce", LastRequest["nonce"])),
            refresh_token = refresh,
            token_type = "Bearer",
            expires_in = ExpiresIn,
        });
    }

    private string Sign(string audience, params Claim[] claims) => _signer.Sign(
        Account.ToString(), [new Claim(TokenClaims.Kind, TokenClaims.StaffKind), .. claims], audience, Issuer.ToString());
}
