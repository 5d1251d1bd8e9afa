using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>Tokens of staff for steps that are not the point of a test, signed with the platform's own key, which lies in a folder.</summary>
public sealed class StaffTokens(string keys, Uri issuer)
{
    private readonly Lazy<X509Certificate2> _key = new(() => X509Certificate2.CreateFromPemFile(
        Directory.GetFiles(keys, "signing-*.pem").Order(StringComparer.Ordinal).Last()));

    /// <summary>A token of a new person with <paramref name="roles"/>.</summary>
    public string Of(params string[] roles) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer.ToString(),
        Audience = TokenClaims.Audience,
        TokenType = "at+jwt",
        Expires = TimeProvider.System.GetUtcNow().AddMinutes(10).UtcDateTime,
        Subject = new ClaimsIdentity(
        [
            new Claim(TokenClaims.Subject, Guid.CreateVersion7().ToString()),
            new Claim(TokenClaims.Kind, TokenClaims.StaffKind),
            .. roles.Select(role => new Claim(TokenClaims.Role, role)),
        ]),
        SigningCredentials = new SigningCredentials(
            new RsaSecurityKey(_key.Value.GetRSAPrivateKey()) { KeyId = _key.Value.Thumbprint }, SecurityAlgorithms.RsaSha256),
    });
}
