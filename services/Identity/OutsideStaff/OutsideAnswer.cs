using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>What comes back from a provider with the browser.</summary>
internal static class OutsideAnswer
{
    /// <summary>In the protected state: the language of the page from which the person came.</summary>
    public const string Language = "language";

    /// <summary>In the protected state: what the letter's link carries.</summary>
    public const string Ticket = "ticket";

    /// <summary>A person: a redirect onwards with the session's cookie, or 403 with a page that says why not.</summary>
    public static async Task TakeAsync(TicketReceivedContext context, StaffIssuer issuer)
    {
        context.HandleResponse();
        var (http, state, services) = (context.HttpContext, context.Properties!.Items, context.HttpContext.RequestServices);
        var language = state[Language]!;
        var claims = IdTokenClaims.Of(context.Properties.GetTokenValue("id_token")!);
        var person = OutsidePerson.Of(issuer, claims, language, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (account, withSecondFactor, refusal) = await services.GetRequiredService<OutsideSignIn>().RunAsync(
            issuer, person, state.TryGetValue(Ticket, out var ticket) ? ticket : null, http.RequestAborted);
        if (refusal is { } reason)
        {
            await OutsideNotice.Of(http, issuer, reason, language).ExecuteAsync(http);
            return;
        }

        await services.GetRequiredService<StaffSession>().BeginAsync(
            http, account!, withSecondFactor ? StaffSession.OutsideWithSecondFactor : StaffSession.Outside, person.SignedInAt);
        await Results.LocalRedirect(context.ReturnUri!).ExecuteAsync(http);
    }

    /// <summary>Declined, too old, opened twice or not to be believed: 403 with a page that leads to a new try.</summary>
    public static async Task FailAsync(RemoteFailureContext context, StaffIssuer issuer)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        await http.RequestServices.GetRequiredService<SignInAudit>().OutsideFailedAsync(issuer.Id, context.Failure, http.RequestAborted);
        var language = context.Properties?.Items.TryGetValue(Language, out var known) == true ? known : null;
        await OutsideNotice.Of(http, issuer, SignInRefusal.OutsideFailed, language ?? ReaderLanguage.Of(asked: null, http)).ExecuteAsync(http);
    }
}
