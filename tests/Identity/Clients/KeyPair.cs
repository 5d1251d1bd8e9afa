using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.Identity.Clients;

/// <summary>A partner's own pair of keys, and what it signs with it.</summary>
public sealed class KeyPair
{
    private readonly AsymmetricSecurityKey _key;
    private readonly string _algorithm;

    private KeyPair(AsymmetricSecurityKey key, string algorithm, string name)
    {
        (_key, _algorithm) = (key, algorithm);
        key.KeyId = name;
    }

    public string Name => _key.KeyId;

    /// <summary>The public half, as the administrator gets it.</summary>
    public JsonObject Public => Json(secret: false);

    /// <summary>Both halves, as nobody should send them.</summary>
    public JsonObject Whole => Json(secret: true);

    public static KeyPair Rsa(string name, int bits = 2048) => new(new RsaSecurityKey(RSA.Create(bits)), SecurityAlgorithms.RsaSha256, name);

    public static KeyPair Elliptic(string name) => new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)), SecurityAlgorithms.EcdsaSha256, name);

    /// <summary>An assertion that <paramref name="client"/> made itself (RFC 7523, 3).</summary>
    public string Assert(string client, string audience, DateTimeOffset now, TimeSpan? lives = null, string? id = null) => new JsonWebTokenHandler().CreateToken(
        new SecurityTokenDescriptor
        {
            Issuer = client,
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = client, ["jti"] = id ?? Guid.CreateVersion7().ToString() },
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + (lives ?? TimeSpan.FromMinutes(1))).UtcDateTime,
            SigningCredentials = new SigningCredentials(_key, _algorithm),
        });

    private JsonObject Json(bool secret)
    {
        var json = new JsonObject { ["kid"] = Name };
        foreach (var (name, value) in _key is RsaSecurityKey rsa ? PartsOf(rsa.Rsa, secret) : PartsOf(((ECDsaSecurityKey)_key).ECDsa, secret))
            json[name] = value;
        return json;
    }

    private static Dictionary<string, string> PartsOf(RSA rsa, bool secret)
    {
        var parts = rsa.ExportParameters(secret);
        var json = new Dictionary<string, string> { ["kty"] = "RSA", ["n"] = Base64UrlEncoder.Encode(parts.Modulus), ["e"] = Base64UrlEncoder.Encode(parts.Exponent) };
        if (secret)
            json["d"] = Base64UrlEncoder.Encode(parts.D);
        return json;
    }

    private static Dictionary<string, string> PartsOf(ECDsa elliptic, bool secret)
    {
        var parts = elliptic.ExportParameters(secret);
        var json = new Dictionary<string, string>
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64UrlEncoder.Encode(parts.Q.X), ["y"] = Base64UrlEncoder.Encode(parts.Q.Y),
        };
        if (secret)
            json["d"] = Base64UrlEncoder.Encode(parts.D);
        return json;
    }
}
