using Kommunebro.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kommunebro.Identity.Connect;

/// <summary>A person leaves.</summary>
internal static class EndSession
{
    /// <summary>
    /// GET or POST /connect/logout (OpenID Connect RP-Initiated Logout 1.0): ends the session in this browser and, with an
    /// id_token_hint, the refresh tokens that came from it; then a redirect to post_logout_redirect_uri, else to /admin. 400 with a
    /// page, always the same, for a broken request, an unknown client and an address that is not its own.
    /// </summary>
    public static async Task<IResult> HandleAsync(
        HttpContext http, IOpenIddictTokenManager tokens, CancellationToken cancellationToken)
    {
        // In the same words, whatever it was: another error for a client that exists would tell strangers which do.
        if (ConnectEndpoints.ErrorOf(http) is not null)
            return SignInPages.Failed(http, Errors.InvalidRequest);
        var hint = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (hint.Principal?.GetAuthorizationId() is { } authorization)
            await tokens.RevokeByAuthorizationIdAsync(authorization, cancellationToken);
        await http.SignOutAsync(StaffSession.Scheme);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = SignInPages.Home },
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
