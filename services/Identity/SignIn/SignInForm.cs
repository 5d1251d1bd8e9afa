using Kommunebro.Identity.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Identity.SignIn;

/// <summary>E-mail and password.</summary>
internal static class SignInForm
{
    /// <summary>GET /connect/sign-in?back=…&amp;lang=…: 200 with the page. 400 unknown_language.</summary>
    public static RazorComponentResult<SignInPage> Show(HttpContext http, Form form) =>
        SignInPages.Page<SignInPage>(http, form.View(http, SignInPages.SignInPath));

    /// <summary>
    /// POST /connect/sign-in: a redirect onwards with the session's cookie; or 422 with the page and what is wrong. An
    /// unknown or deactivated account, a wrong password and a locked account get the same answer. 400 with the page when it
    /// was open too long, or the form comes from another site.
    /// </summary>
    public static async Task<IResult> SendAsync(
        HttpContext http, Form form, PasswordAttempt attempt, StaffSession sessions, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.SignInPath);
        if (await form.ReadAsync(http, cancellationToken) is not { } sent)
            return SignInPages.Again<SignInPage>(http, view with { Faults = [new Fault(null, view.Texts.PageTooOld)] }, StatusCodes.Status400BadRequest);
        var (email, password) = (sent["email"].ToString().Trim(), sent["password"].ToString());
        view = view with { Email = email, Faults = FaultsOf(view.Texts, email, password) };
        if (view.Faults.Count > 0)
            return SignInPages.Again<SignInPage>(http, view, StatusCodes.Status422UnprocessableEntity);
        if (await attempt.RunAsync(email, password, cancellationToken) is not { } account)
            return SignInPages.Again<SignInPage>(http, view with { Faults = [new Fault(null, view.Texts.WrongSignIn)] }, StatusCodes.Status422UnprocessableEntity);
        await sessions.BeginAsync(http, account, StaffSession.Password);
        return SignInPages.GoOn(view);
    }

    private static IReadOnlyList<Fault> FaultsOf(PageTexts texts, string email, string password) =>
    [
        .. email is { Length: > 0 and <= 254 } ? [] : (Fault[])[new Fault("email", texts.EmailMissing)],
        .. password.Length > 0 ? [] : (Fault[])[new Fault("password", texts.PasswordMissing)],
    ];
}
