using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>
/// Tokens that must open nothing: each would be a KS coordinator's if the one thing that is wrong with it were overlooked.
/// </summary>
internal sealed class ForgedTokens(StaffTokens tokens, Uri issuer)
{
    /// <summary>What is wrong, and the token.</summary>
    public IEnumerable<(string Fault, string Token)> All()
    {
        var good = tokens.Of(StaffRole.KsCoordinator);
        yield return ("with a tampered token", Tampered(tokens.Of(StaffRole.Viewer)));
        yield return ("with another's signature", $"{good[..good.LastIndexOf('.')]}{tokens.Of(StaffRole.Viewer)[good.LastIndexOf('.')..]}");
        yield return ("with an unsigned token", Unsigned(good));
        yield return ("with an expired token", Make(lifetime: TimeSpan.FromMinutes(-2)));
        yield return ("with a token of another issuer", Make(from: "https://issuer.example/"));
        yield return ("with a token for another audience", Make(audience: "elsewhere"));
        yield return ("with a token of another kind", Make(type: "JWT"));
        yield return ("with a token of another key", Make(key: Foreign(tokens.Key.KeyId)));
        yield return ("with a token of an unknown key", Make(key: Foreign("unknown")));
        yield return ("with the public key as secret", Symmetric());
    }

    private static RsaSecurityKey Foreign(string keyId) => new(RSA.Create(2048)) { KeyId = keyId };

    /// <summary>The viewer makes itself a coordinator.</summary>
    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace(StaffRole.Viewer, StaffRole.KsCoordinator, StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }

    private static string Unsigned(string token) => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{token.Split('.')[1]}.";

    /// <summary>HS256 with what everybody can read, for those who let the token choose the algorithm.</summary>
    private string Symmetric()
    {
        var pem = tokens.Key.Rsa.ExportSubjectPublicKeyInfoPem();
        return Make(key: new SymmetricSecurityKey(Encoding.ASCII.GetBytes(pem)) { KeyId = tokens.Key.KeyId }, algorithm: SecurityAlgorithms.HmacSha256);
    }

    private string Make(
        TimeSpan? lifetime = null, string? from = null, string audience = TokenClaims.Audience, string type = "at+jwt",
        SecurityKey? key = null, string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var end = TimeProvider.System.GetUtcNow().Add(lifetime ?? TimeSpan.FromMinutes(10)).UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = from ?? issuer.ToString(),
            Audience = audience,
            TokenType = type,
            NotBefore = end.AddHours(-1),
            IssuedAt = end.AddHours(-1),
            Expires = end,
            Subject = new ClaimsIdentity(
            [
                new Claim(TokenClaims.Subject, Guid.CreateVersion7().ToString()),
                new Claim(TokenClaims.Kind, TokenClaims.StaffKind),
                new Claim(TokenClaims.Role, StaffRole.KsCoordinator),
            ]),
            SigningCredentials = new SigningCredentials(key ?? tokens.Key, algorithm),
        });
    }
}
