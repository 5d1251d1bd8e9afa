using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>
/// A person who has signed in just now, with all that it has, takes an authenticator into use, or another one than before.
/// </summary>
internal static class EnrolForm
{
    /// <summary>
    /// GET /connect/second-factor/enrol?back=…&amp;lang=…: 200 with a new key, as a text, an otpauth address and a picture. Else
    /// first, and from there back: to the sign-in page when nobody is signed in, or was longer than a quarter of an hour ago; to
    /// the code when the one before was not shown; to a password of one's own when it is temporary.
    /// </summary>
    public static async Task<IResult> ShowAsync(
        HttpContext http, Form form, StaffSession sessions, EnrolSecondFactor enrol, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.EnrolPath);
        var session = await sessions.FindAsync(http, cancellationToken);
        return session is { BeforeEnrolling: null }
            ? SignInPages.Page<EnrolPage>(http, view with { Enrolment = enrol.Offer(session.Account) })
            : LeadFirst(view, session);
    }

    /// <summary>
    /// POST /connect/second-factor/enrol: 200 with the recovery codes, shown this once; or 422 with the page when the code is
    /// not the authenticator's. What was signed in elsewhere ends. 400 with the page when it was open too long. Else as GET.
    /// </summary>
    public static async Task<IResult> SendAsync(
        HttpContext http, Form form, StaffSession sessions, EnrolSecondFactor enrol, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.EnrolPath);
        var sent = await form.ReadAsync(http, cancellationToken);
        var session = await sessions.FindAsync(http, cancellationToken);
        if (session is not { BeforeEnrolling: null, Account: var account })
            return LeadFirst(view, session);
        if (sent is null)
            return Again(http, view, view.Texts.PageTooOld, enrol.Offer(account), StatusCodes.Status400BadRequest);
        var ticket = sent["ticket"].ToString();
        if (await enrol.RunAsync(account, ticket, sent["code"].ToString(), cancellationToken) is not { } codes)
            return Again(http, view, view.Texts.EnrolWrongCode, enrol.Offer(account, ticket), StatusCodes.Status422UnprocessableEntity);
        await sessions.BeginAsync(http, account, session.MethodsWithCode);
        return SignInPages.Page<RecoveryCodesPage>(http, view with { RecoveryCodes = codes });
    }

    private static RazorComponentResult<EnrolPage> Again(HttpContext http, PageView view, string fault, Enrolment enrolment, int status) =>
        SignInPages.Again<EnrolPage>(http, view with { Faults = [new Fault("code", fault)], Enrolment = enrolment }, status);

    /// <summary>An authorization request leads here by itself; else the way back is this page.</summary>
    private static IResult LeadFirst(PageView view, SignedIn? session) => SignInPages.Lead(
        view with { Back = view.Back ?? view.Address() }, session?.BeforeEnrolling ?? SignInPages.SignInPath);
}
