using System.Security.Claims;
using System.Security.Cryptography;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Bench.Gateway;

/// <summary>The key that signs the callers' tokens; all processes of a run get it by their environment.</summary>
internal static class BenchToken
{
    public const string Issuer = "http://bench.test/";
    public const string Variable = "BENCH_SIGNING_KEY";
    public const string KeyId = "bench";

    /// <summary>A partner's token as identity makes them.</summary>
    public static string Of(RSA key, Guid organisation) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = TokenClaims.Audience,
        TokenType = "at+jwt",
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        Subject = new ClaimsIdentity(
        [
            new Claim(TokenClaims.Subject, $"client-of-{organisation}"),
            new Claim(TokenClaims.Kind, TokenClaims.PartnerKind),
            new Claim(TokenClaims.Organisation, organisation.ToString()),
            new Claim(TokenClaims.Scope, "registry.read needs.read needs.write proposals.read"),
        ]),
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });
}
