using Kommunebro.Identity.Pages;

namespace Kommunebro.Identity.SignIn;

/// <summary>A person who signed in with a temporary password chooses one that nobody else knows.</summary>
internal static class NewPasswordForm
{
    /// <summary>
    /// GET /connect/new-password?back=…&amp;lang=…: 200 with the page; to the sign-in page when nobody is signed in, or not with a
    /// temporary password, or longer than a quarter of an hour ago: who has another one would need to show it first, and asks for a letter
    /// instead.
    /// </summary>
    public static async Task<IResult> ShowAsync(HttpContext http, Form form, StaffSession sessions, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.NewPasswordPath);
        return await sessions.FindAsync(http, cancellationToken) is { MayChoosePassword: true }
            ? SignInPages.Page<NewPasswordPage>(http, view)
            : SignInPages.Lead(view, SignInPages.SignInPath);
    }

    /// <summary>
    /// POST /connect/new-password: a redirect onwards; or 422 with the page and what is wrong: the password is too short, too
    /// long, the old one, or not repeated alike. 400 with the page when it was open too long.
    /// </summary>
    public static async Task<IResult> SendAsync(
        HttpContext http, Form form, StaffSession sessions, ChooseNewPassword choose, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.NewPasswordPath);
        if (await form.ReadAsync(http, cancellationToken) is not { } sent)
            return SignInPages.Again<NewPasswordPage>(http, view with { Faults = [new Fault(null, view.Texts.PageTooOld)] }, StatusCodes.Status400BadRequest);
        if (await sessions.FindAsync(http, cancellationToken) is not { MayChoosePassword: true } person)
            return SignInPages.Lead(view, SignInPages.SignInPath);
        var faults = await choose.RunAsync(person.Account, sent["password"].ToString(), sent["again"].ToString(), view.Texts, cancellationToken);
        if (faults.Count > 0)
            return SignInPages.Again<NewPasswordPage>(http, view with { Faults = faults }, StatusCodes.Status422UnprocessableEntity);
        await sessions.BeginAsync(http, person.Account, person.Methods);
        return SignInPages.GoOn(view);
    }
}
