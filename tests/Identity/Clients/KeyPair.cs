using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
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

    /// <summary>An assertion that <paramref name="client"/> made itself (RFC 7523, 3), as its library writes one.</summary>
    /// <param name="type">Of the header; null leaves it out.</param>
    /// <param name="change">What it says otherwise.</param>
    public string Assert(string client, string audience, DateTimeOffset now, string? type = "JWT", Action<JsonObject>? change = null)
    {
        var header = new JsonObject { ["alg"] = _algorithm, ["kid"] = Name };
        if (type is not null)
            header["typ"] = type;
        var claims = new JsonObject
        {
            ["iss"] = client, ["sub"] = client, ["aud"] = audience, ["jti"] = $"{Guid.CreateVersion7()}",
            ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
        };
        change?.Invoke(claims);
        var content = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";
        var signature = _key.CryptoProviderFactory.CreateForSigning(_key, _algorithm).Sign(Encoding.ASCII.GetBytes(content));
        return $"{content}.{Base64UrlEncoder.Encode(signature)}";
    }

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
