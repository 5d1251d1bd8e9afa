using Kommunebro.Identity.SecondFactor;
using Kommunebro.Identity.SignIn;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kommunebro.Identity.Connect;

/// <summary>A person signs in to a client.</summary>
internal static class Authorize
{
    // Who comes back from the sign-in page has signed in just now; the pushed request cannot be told so.
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);

    /// <summary>
    /// GET or POST /connect/authorize (OpenID Connect Core 3.1.2, with PKCE and a pushed request): a redirect to the client
    /// with the code, or first to the sign-in page. With prompt=none and nobody signed in: error login_required. 400 with a
    /// page for a request that is too old, used already or broken.
    /// </summary>
    public static async Task<IResult> HandleAsync(
        HttpContext http, StaffSession sessions, SecondFactorRule secondFactor, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ConnectEndpoints.ErrorOf(http) is { } error)
            return SignInPages.Failed(http, error);
        var request = ConnectEndpoints.Request(http);
        var session = await sessions.FindAsync(http, cancellationToken);
        if (session is null || MustSignInAgain(request, clock.GetUtcNow().ToUnixTimeSeconds() - session.SignedInAt))
            return request.HasPromptValue(PromptValues.None)
                ? ConnectEndpoints.Refuse(Errors.LoginRequired, "Nobody is signed in.")
                : SignInPages.Ask(SignInPages.SignInPath, http, request.UiLocales);
        if (NextPage(session, secondFactor) is { } page)
            return request.HasPromptValue(PromptValues.None)
                ? ConnectEndpoints.Refuse(Errors.InteractionRequired, "The person must first give a code, or choose a password or a second factor.")
                : SignInPages.Ask(page, http, request.UiLocales);
        return Results.SignIn(
            StaffClaims.Of(session, request.GetScopes()),
            authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>What the person must do before anything else; null when it is in.</summary>
    private static string? NextPage(SignedIn session, SecondFactorRule secondFactor) =>
        session.Owes ?? (secondFactor.Demands(session.Account) && !session.WithSecondFactor ? SignInPages.EnrolPath : null);

    private static bool MustSignInAgain(OpenIddictRequest request, long secondsAgo) =>
        (request.HasPromptValue(PromptValues.Login) && secondsAgo > JustNow.TotalSeconds)
        || (request.MaxAge is { } longest && secondsAgo > Math.Max(longest, JustNow.TotalSeconds));
}
