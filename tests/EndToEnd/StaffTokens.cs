using System.Security.Claims;
using Kommunebro.Identity.Keys;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>Tokens of staff for steps that are not the point of a test, signed with the platform's own key, which lies in a folder.</summary>
public sealed class StaffTokens(string keys, Uri issuer)
{
    private readonly Lazy<RsaSecurityKey> _key = new(() => SigningKeys.Load(new ServiceIdentity("Identity", new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Identity:Keys:Folder"] = keys }).Build().GetSection("Identity"))).Signing[0]);

    /// <summary>The platform's own key.</summary>
    internal RsaSecurityKey Key => _key.Value;

    /// <summary>A token of a new person with <paramref name="roles"/>.</summary>
    public string Of(params string[] roles) => OfPerson(Guid.CreateVersion7(), roles);

    /// <summary>A token of <paramref name="person"/> with <paramref name="roles"/>.</summary>
    public string OfPerson(Guid person, params string[] roles) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer.ToString(),
        Audience = TokenClaims.Audience,
        TokenType = "at+jwt",
        Expires = TimeProvider.System.GetUtcNow().AddMinutes(10).UtcDateTime,
        Subject = new ClaimsIdentity(
        [
            new Claim(TokenClaims.Subject, person.ToString()),
            new Claim(TokenClaims.Kind, TokenClaims.StaffKind),
            .. roles.Select(role => new Claim(TokenClaims.Role, role)),
        ]),
        SigningCredentials = new SigningCredentials(_key.Value, SecurityAlgorithms.RsaSha256),
    });
}
