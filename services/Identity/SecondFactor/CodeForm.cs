using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>A person who gave the password gives a code.</summary>
internal static class CodeForm
{
    // A recovery code with blanks in it is shorter.
    private const int LongestCode = 40;

    /// <summary>
    /// GET /connect/second-factor?back=…&amp;lang=…: 200 with the page; to the sign-in page, and from there back, when no password
    /// was given, or longer than a quarter of an hour ago, or the code was given already.
    /// </summary>
    public static async Task<IResult> ShowAsync(HttpContext http, Form form, StaffSession sessions, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.SecondFactorPath);
        return await sessions.FindAsync(http, cancellationToken) is { MayGiveCode: true }
            ? SignInPages.Page<CodePage>(http, view)
            : SignInPages.Lead(view, SignInPages.SignInPath);
    }

    /// <summary>
    /// POST /connect/second-factor: a redirect onwards with the session's cookie; or 422 with the page and what is wrong. A
    /// wrong code, one that was used and a locked account get the same answer. 400 with the page when it was open too long. Else as
    /// GET.
    /// </summary>
    public static async Task<IResult> SendAsync(
        HttpContext http, Form form, StaffSession sessions, CodeAttempt attempt, CancellationToken cancellationToken)
    {
        var view = form.View(http, SignInPages.SecondFactorPath);
        if (await form.ReadAsync(http, cancellationToken) is not { } sent)
            return SignInPages.Again<CodePage>(http, view with { Faults = [new Fault(null, view.Texts.PageTooOld)] }, StatusCodes.Status400BadRequest);
        if (await sessions.FindAsync(http, cancellationToken) is not { MayGiveCode: true } person)
            return SignInPages.Lead(view, SignInPages.SignInPath);
        var code = sent["code"].ToString().Trim();
        if (code.Length is 0 or > LongestCode)
            return SignInPages.Again<CodePage>(http, view with { Faults = [new Fault("code", view.Texts.CodeMissing)] }, StatusCodes.Status422UnprocessableEntity);
        if (!await attempt.RunAsync(person.Account, code, cancellationToken))
            return SignInPages.Again<CodePage>(http, view with { Faults = [new Fault("code", view.Texts.WrongCode)] }, StatusCodes.Status422UnprocessableEntity);
        await sessions.BeginAsync(http, person.Account, person.MethodsWithCode);
        return SignInPages.GoOn(view);
    }
}
