using System.Security.Claims;
using System.Security.Cryptography;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Bench.Registry;

/// <summary>Stands for identity: publishes a key, and signs the callers' tokens.</summary>
internal sealed class BenchIssuer : IAsyncDisposable
{
    private const string Name = "http://bench.test/";
    private const string KeyId = "bench";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _server;

    private BenchIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, string> { ["issuer"] = Name, ["jwks_uri"] = $"{Name}.well-known/jwks" });
        _server.MapGet("/.well-known/jwks", () => new Dictionary<string, object> { ["keys"] = new[] { PublicKey() } });
        _server.Urls.Add("http://127.0.0.1:0");
    }

    /// <summary>The settings with which registry trusts it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Registry:Access:Issuer"] = Name,
        ["Registry:Access:ClientId"] = "registry",
        ["Registry:Access:ClientSecret"] = "bench",
        ["Registry:Services:Identity"] = _server.Urls.First(),
    };

    /// <summary>A coordinator of KS.</summary>
    public string Coordinator => Sign(new Claim(TokenClaims.Kind, TokenClaims.StaffKind), new Claim(TokenClaims.Role, StaffRole.KsCoordinator));

    /// <summary>A service that reads the snapshot.</summary>
    public string ReadModel => Sign(new Claim(TokenClaims.Kind, TokenClaims.ServiceKind), new Claim(TokenClaims.Scope, AccessPolicies.SnapshotRead));

    public static async Task<BenchIssuer> StartAsync()
    {
        var issuer = new BenchIssuer();
        await issuer._server.StartAsync();
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
    }

    private string Sign(params IEnumerable<Claim> claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Name,
        Audience = TokenClaims.Audience,
        TokenType = "at+jwt",
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        Subject = new ClaimsIdentity([new Claim(TokenClaims.Subject, $"{Guid.CreateVersion7()}"), .. claims]),
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });

    private Dictionary<string, string> PublicKey()
    {
        var part = _key.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, string>
        {
            ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = KeyId,
            ["n"] = Base64UrlEncoder.Encode(part.Modulus), ["e"] = Base64UrlEncoder.Encode(part.Exponent),
        };
    }
}
