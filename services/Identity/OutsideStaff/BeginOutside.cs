using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>A person goes to a provider to sign in.</summary>
internal static class BeginOutside
{
    private const string Login = "login";

    /// <summary>
    /// GET /connect/outside/{id}?back=…&amp;lang=…&amp;ticket=…: a redirect to the provider, from where the person comes back to
    /// its callback. Who is signed in already, who comes with a letter, and who is to be looked at anew, must show there once more who it is. 404 when the settings
    /// name no such provider; 503 with a page when it does not answer; 400 unknown_language.
    /// </summary>
    public static async Task<IResult> HandleAsync(
        string id, HttpContext http, StaffIssuers issuers, StaffSession sessions, CancellationToken cancellationToken)
    {
        if (issuers.Find(id) is not { } issuer)
            return Results.NotFound();
        var language = PageTexts.Of(ReaderLanguage.Of(http.Request.Query["lang"], http)).Language;
        var back = SignInPages.WayBack(http.Request.Query["back"]);
        var state = new OpenIdConnectChallengeProperties { RedirectUri = back ?? SignInPages.Home, Items = { [OutsideAnswer.Language] = language } };
        // Whose account it becomes is for the person to say there, and not for whoever was signed in.
        if (http.Request.Query["ticket"].ToString() is { Length: > 0 } ticket)
            (state.Items[OutsideAnswer.Ticket], state.Prompt) = (ticket, Login);
        if (await sessions.FindAsync(http, cancellationToken) is not null || SignInPages.DemandsFreshSignIn(back))
            state.Prompt = Login;
        try
        {
            await http.ChallengeAsync(issuer.Scheme, state);
            return Results.Empty;
        }
        catch (Exception away) when (away is Refusal or HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return OutsideNotice.Away(http, issuer, language);
        }
    }
}
