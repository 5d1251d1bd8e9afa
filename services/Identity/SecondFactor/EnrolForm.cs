using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>A person who is signed in takes an authenticator into use, or another one than before.</summary>
internal static class EnrolForm
{
    /// <summary>
    /// GET /connect/second-factor/enrol?back=…&amp;lang=…: 200 with a new key, as a text, an otpauth address and a picture; to
    /// the sign-in page when nobody is signed in, and to the code when the one before was not shown.
    /// </summary>
    public static async Task<IResult> ShowAsync(
        HttpContext http, Form form, StaffSession sessions, EnrolSecondFactor enrol, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.EnrolPath);
        return await sessions.FindAsync(http, cancellationToken) is { OwesSecondFactor: false } person
            ? SignInPages.Page<EnrolPage>(http, view with { Enrolment = enrol.Offer(person.Account) })
            : ToSignIn(view);
    }

    /// <summary>
    /// POST /connect/second-factor/enrol: 200 with the recovery codes, shown this once; or 422 with the page when the code is
    /// not the authenticator's. What was signed in elsewhere ends. 400 with the page when it was open too long.
    /// </summary>
    public static async Task<IResult> SendAsync(
        HttpContext http, Form form, StaffSession sessions, EnrolSecondFactor enrol, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.EnrolPath);
        var sent = await form.ReadAsync(http, cancellationToken);
        if (await sessions.FindAsync(http, cancellationToken) is not { OwesSecondFactor: false } person)
            return ToSignIn(view);
        if (sent is null)
            return Again(http, view, view.Texts.PageTooOld, enrol.Offer(person.Account), StatusCodes.Status400BadRequest);
        var ticket = sent["ticket"].ToString();
        if (await enrol.RunAsync(person.Account, ticket, sent["code"].ToString(), cancellationToken) is not { } codes)
            return Again(http, view, view.Texts.WrongCode, enrol.Offer(person.Account, ticket), StatusCodes.Status422UnprocessableEntity);
        await sessions.BeginAsync(http, person.Account, withSecondFactor: true);
        return SignInPages.Page<RecoveryCodesPage>(http, view with { RecoveryCodes = codes });
    }

    private static RazorComponentResult<EnrolPage> Again(HttpContext http, PageView view, string fault, Enrolment enrolment, int status) =>
        SignInPages.Again<EnrolPage>(http, view with { Faults = [new Fault("code", fault)], Enrolment = enrolment }, status);

    private static IResult ToSignIn(PageView view) =>
        Results.LocalRedirect(SignInPages.Address(SignInPages.SignInPath, view.Back, view.Texts.Language));
}
