using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.Identity.OutsideIssuers;

/// <summary>
/// The stand-in's authorization code flow. It takes what a real provider takes and nothing else: the client, its secret, its
/// address, a code once, and the secret of PKCE. Whoever comes is the person that the test has put there.
/// </summary>
public sealed class StandInSignIn(StandInIssuer issuer)
{
    public const string Client = "kommunebro-at-the-stand-in";
    public const string Secret = "a secret that the stand-in has given";

    private readonly ConcurrentDictionary<string, Asked> _codes = new(StringComparer.Ordinal);

    /// <summary>What the id token says of the person, besides what every one says.</summary>
    public JsonObject Person { get; set; } = new();

    /// <summary>Changes the id token last of all.</summary>
    public Action<JsonObject>? Change { get; set; }

    /// <summary>Changes the signed id token.</summary>
    public Func<string, string>? Reshape { get; set; }

    /// <summary>When the person has shown there who it is; now, unless the test says otherwise.</summary>
    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>Sends people back with this error instead of a code.</summary>
    public string? Error { get; set; }

    /// <summary>The last authorization request.</summary>
    public IReadOnlyDictionary<string, string> LastRequest { get; private set; } = new Dictionary<string, string>();

    internal void Map(WebApplication app)
    {
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", (IFormCollection form) => Redeem(form)).DisableAntiforgery();
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = LastRequest = request.Query.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        if (asked["client_id"] != Client || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256"
            || !asked["scope"].Split(' ').Contains("openid") || asked["nonce"].Length == 0)
            return Results.BadRequest();
        var back = new Dictionary<string, string?> { ["state"] = asked["state"] };
        if (Error is not null)
            back["error"] = Error;
        else
            _codes[back["code"] = $"{Guid.CreateVersion7()}"] = new Asked(asked["redirect_uri"], asked["nonce"], asked["code_challenge"]);
        return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"], back));
    }

    private IResult Redeem(IFormCollection form)
    {
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != Client || form["client_secret"] != Secret || !_codes.TryRemove(form["code"].ToString(), out var asked)
            || form["redirect_uri"] != asked.RedirectUri || challenge != asked.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        return Results.Json(new { access_token = "for nobody here", token_type = "Bearer", expires_in = 60, id_token = Reshape?.Invoke(IdToken(asked.Nonce)) ?? IdToken(asked.Nonce) });
    }

    private string IdToken(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow();
        return issuer.Keys.Assert(issuer.Name, Client, now, change: claims =>
        {
            claims["nonce"] = nonce;
            claims["auth_time"] = (SignedInAt ?? now).ToUnixTimeSeconds();
            foreach (var (name, value) in Person)
                claims[name] = value?.DeepClone();
            Change?.Invoke(claims);
        });
    }

    private sealed record Asked(string RedirectUri, string Nonce, string Challenge);
}
