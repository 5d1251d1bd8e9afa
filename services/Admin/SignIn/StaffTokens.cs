using System.Globalization;
using System.Security.Claims;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Admin.SignIn;

/// <summary>What identity's answer means for a session: who it is, what the person may, and until when the token holds.</summary>
internal static class StaffTokens
{
    public const string AccessToken = "access_token";
    public const string RefreshToken = "refresh_token";
    public const string IdToken = "id_token";
    public const string ExpiresAt = "expires_at";
    public const string Name = "name";

    /// <summary>
    /// The person of an access token that came straight from identity. Roles come from it, since it is what the services
    /// judge by; the name comes from the identity token.
    /// </summary>
    public static ClaimsPrincipal PersonOf(string accessToken, string? name)
    {
        var token = new JsonWebToken(accessToken);
        string[] taken = [TokenClaims.Subject, TokenClaims.Kind, TokenClaims.Role];
        var claims = token.Claims.Where(claim => taken.Contains(claim.Type)).Select(claim => new Claim(claim.Type, claim.Value)).ToList();
        claims.Add(new Claim(Name, name ?? token.Subject));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, "kommunebro", Name, TokenClaims.Role));
    }

    /// <summary>When the access token of <paramref name="session"/> ends.</summary>
    public static DateTimeOffset EndOf(AuthenticationProperties session) => DateTimeOffset.TryParse(
        session.GetTokenValue(ExpiresAt), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var end) ? end : DateTimeOffset.MinValue;

    /// <summary>Puts new tokens into <paramref name="session"/>.</summary>
    public static void Store(
        this AuthenticationProperties session, string accessToken, string? refreshToken, string? idToken, DateTimeOffset expiresAt) =>
        session.StoreTokens(
        [
            new AuthenticationToken { Name = AccessToken, Value = accessToken },
            new AuthenticationToken { Name = RefreshToken, Value = refreshToken ?? session.GetTokenValue(RefreshToken) ?? "" },
            new AuthenticationToken { Name = IdToken, Value = idToken ?? session.GetTokenValue(IdToken) ?? "" },
            new AuthenticationToken { Name = ExpiresAt, Value = expiresAt.ToString("O", CultureInfo.InvariantCulture) },
        ]);
}
