using System.Security.Claims;
using System.Security.Cryptography;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Testing;

/// <summary>
/// An issuer of this test process with a key of its own, served over HTTP as identity serves it, so that services validate
/// real tokens. Its token endpoint gives any service a token with all scopes of services.
/// </summary>
public sealed class TestIssuer
{
    private static readonly Lazy<Task<TestIssuer>> Shared = new(StartAsync);

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "test" };

    private TestIssuer()
    {
    }

    /// <summary>The origin that tokens name.</summary>
    public Uri Issuer { get; } = new("http://issuer.test/");

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The issuer of this process.</summary>
    public static Task<TestIssuer> GetAsync() => Shared.Value;

    /// <summary>The settings with which the host of <paramref name="section"/> trusts this issuer.</summary>
    public Dictionary<string, string?> SettingsFor(string section) => new()
    {
        [$"{section}:Access:Issuer"] = Issuer.ToString(),
        [$"{section}:Access:ClientId"] = section.ToLowerInvariant(),
        [$"{section}:Access:ClientSecret"] = "test",
        [$"{section}:Services:Identity"] = Address.GetLeftPart(UriPartial.Authority),
    };

    /// <summary>A token of a person with <paramref name="roles"/>; a new person each time.</summary>
    public string Staff(params string[] roles) => Staff(Guid.CreateVersion7(), roles);

    /// <summary>A token of the account <paramref name="account"/>.</summary>
    public string Staff(Guid account, params string[] roles) => Sign(
        account.ToString(), [new Claim(TokenClaims.Kind, TokenClaims.StaffKind), .. roles.Select(role => new Claim(TokenClaims.Role, role))]);

    /// <summary>A token of a client of <paramref name="organisation"/>.</summary>
    public string Partner(Guid organisation, params string[] scopes) => Sign(
        $"client-of-{organisation}",
        [
            new Claim(TokenClaims.Kind, TokenClaims.PartnerKind),
            new Claim(TokenClaims.Organisation, organisation.ToString()),
            new Claim(TokenClaims.Scope, string.Join(' ', scopes)),
        ]);

    /// <summary>A token of a service.</summary>
    public string Service(params string[] scopes) => Sign(
        "test-service", [new Claim(TokenClaims.Kind, TokenClaims.ServiceKind), new Claim(TokenClaims.Scope, string.Join(' ', scopes))]);

    /// <summary>A token with these claims; what is not given is as it should be.</summary>
    public string Sign(
        string subject, IEnumerable<Claim> claims, string? audience = null, string? issuer = null, DateTimeOffset? expires = null, SecurityKey? key = null)
    {
        var end = (expires ?? TimeProvider.System.GetUtcNow().AddMinutes(30)).UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer.ToString(),
            Audience = audience ?? TokenClaims.Audience,
            TokenType = "at+jwt",
            Subject = new ClaimsIdentity([new Claim(TokenClaims.Subject, subject), .. claims]),
            NotBefore = end.AddHours(-1),
            IssuedAt = end.AddHours(-1),
            Expires = end,
            SigningCredentials = new SigningCredentials(key ?? _key, SecurityAlgorithms.RsaSha256),
        });
    }

    private static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer.Issuer.ToString(),
            ["jwks_uri"] = new Uri(issuer.Issuer, ".well-known/jwks").ToString(),
        }));
        app.MapGet("/.well-known/jwks", () => Results.Json(new { keys = new[] { issuer.PublicKey() } }));
        app.MapPost("/connect/token", () => Results.Json(new Dictionary<string, object>
        {
            ["access_token"] = issuer.Service([.. AccessPolicies.All.Where(rule => rule.Holder == ScopeHolder.Service).Select(rule => rule.Name)]),
            ["token_type"] = "Bearer",
            ["expires_in"] = 1800,
        }));
        await app.StartAsync();
        issuer.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return issuer;
    }

    private Dictionary<string, string> PublicKey()
    {
        var key = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = _key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(key.Modulus),
            ["e"] = Base64UrlEncoder.Encode(key.Exponent),
        };
    }
}
