using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;

namespace Kommunebro.Identity.Passwords;

/// <summary>A person who has forgotten its password asks for a letter.</summary>
internal static class ForgottenForm
{
    /// <summary>GET /connect/password/forgotten?lang=…: 200 with the page. 400 unknown_language.</summary>
    public static IResult Show(HttpContext http, Form form) =>
        SignInPages.Page<ForgottenPage>(http, form.View(http, SignInPages.ForgottenPath));

    /// <summary>
    /// POST /connect/password/forgotten: 200 with a page that says that a letter is on its way if there is such an account. 422
    /// with the page when no address was written; 400 with it when it was open too long.
    /// </summary>
    public static async Task<IResult> SendAsync(HttpContext http, Form form, AskForPassword ask, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.ForgottenPath);
        if (await form.ReadAsync(http, cancellationToken) is not { } sent)
            return SignInPages.Again<ForgottenPage>(http, view with { Faults = [new Fault(null, view.Texts.PageTooOld)] }, StatusCodes.Status400BadRequest);
        var email = sent["email"].ToString().Trim();
        if (email is not { Length: > 0 and <= 254 })
            return SignInPages.Again<ForgottenPage>(
                http, view with { Faults = [new Fault("email", view.Texts.EmailMissing)] }, StatusCodes.Status422UnprocessableEntity);
        await ask.RunAsync(email, cancellationToken);
        return SignInPages.Page<NoticePage>(http, view with { Notice = new Notice(view.Texts.Forgotten, view.Texts.LetterSent, SignInPages.SignInPath, view.Texts.SignIn) });
    }
}
