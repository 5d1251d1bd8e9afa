using System.Collections.Immutable;
using System.Security.Claims;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.SecondFactor;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kommunebro.Identity.Connect;

/// <summary>What the tokens of a person say.</summary>
internal sealed class StaffClaims(StaffSession sessions, SecondFactorRule secondFactor)
{
    /// <summary>For a person who has just signed in, or did so a while ago.</summary>
    public static ClaimsPrincipal Of(SignedIn session, ImmutableArray<string> scopes)
    {
        var account = session.Account;
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, TokenClaims.Role);
        identity.SetClaim(Claims.Subject, account.Id.ToString())
            .SetClaim(Claims.AuthenticationTime, session.SignedInAt)
            .SetClaims(Claims.AuthenticationMethodReference, [.. session.Methods])
            .SetClaim(StaffSession.Stamp, account.SecurityStamp);
        Describe(identity, account);
        identity.SetScopes(scopes).SetResources(TokenClaims.Audience);
        identity.SetDestinations(claim => DestinationsOf(claim.Type));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>For a code or refresh token, with what the account is now; null when it may not go on.</summary>
    public async Task<ClaimsPrincipal?> ContinueAsync(ClaimsPrincipal granted, CancellationToken cancellationToken)
    {
        if (await sessions.AccountOfAsync(granted, cancellationToken) is not { PasswordIsTemporary: false } account)
            return null;
        // The role, or the setting that demands it of the role, may be newer than the sign-in.
        if (secondFactor.Demands(account) && !granted.HasClaim(Claims.AuthenticationMethodReference, StaffSession.ManyFactors))
            return null;
        var identity = new ClaimsIdentity(granted.Claims, TokenValidationParameters.DefaultAuthenticationType, Claims.Name, TokenClaims.Role);
        Describe(identity, account);
        identity.SetDestinations(claim => DestinationsOf(claim.Type));
        return new ClaimsPrincipal(identity);
    }

    private static void Describe(ClaimsIdentity identity, Account account) => identity
        .SetClaim(TokenClaims.Kind, TokenClaims.StaffKind)
        .SetClaims(TokenClaims.Role, [.. account.Roles])
        .SetClaim(Claims.Name, account.Name)
        .SetClaim(Claims.Email, account.Email)
        .SetClaim(Claims.Locale, account.Language);

    /// <summary>Personal values go to the client that the person signed in to, and never into access tokens.</summary>
    private static IEnumerable<string> DestinationsOf(string claim) => claim switch
    {
        Claims.Subject or TokenClaims.Kind or TokenClaims.Role => [Destinations.AccessToken, Destinations.IdentityToken],
        Claims.Name or Claims.Email or Claims.Locale or Claims.AuthenticationTime or Claims.AuthenticationMethodReference =>
            [Destinations.IdentityToken],
        _ => [],
    };
}
