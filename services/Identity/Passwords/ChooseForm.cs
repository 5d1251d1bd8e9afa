using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Pages;
using Kommunebro.Identity.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Identity.Passwords;

/// <summary>A person comes with the link of a letter, and chooses a password. Opening the link changes nothing: mail scanners do that, too.</summary>
internal static class ChooseForm
{
    /// <summary>GET /connect/password/choose?ticket=…&amp;lang=…: 200 with the page; 404 with one that says that the link is no good.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, Form form, ChooseByLink choose, CancellationToken cancellationToken)
    {
        var (view, ticket) = ViewOf(http, form);
        return await choose.FindAsync(ticket, cancellationToken) is { } account ? SignInPages.Page<ChoosePage>(http, For(view, account)) : NoLonger(http, view);
    }

    /// <summary>
    /// POST /connect/password/choose?ticket=…: a redirect to the sign-in page; the link is used up, and what was signed in
    /// ends. 422 with the page and what is wrong with the password; 404 with a page when the link is no good; 400 with the
    /// page when it was open too long.
    /// </summary>
    public static async Task<IResult> SendAsync(HttpContext http, Form form, ChooseByLink choose, CancellationToken cancellationToken)
    {
        var (view, ticket) = ViewOf(http, form);
        if (await form.ReadAsync(http, cancellationToken) is not { } sent)
            return SignInPages.Again<ChoosePage>(http, view with { Faults = [new Fault(null, view.Texts.PageTooOld)], Elsewhere = [] }, StatusCodes.Status400BadRequest);
        if (await choose.FindAsync(ticket, cancellationToken) is not { } account)
            return NoLonger(http, view);
        var faults = await choose.RunAsync(account, sent["password"].ToString(), sent["again"].ToString(), view.Texts, cancellationToken);
        if (faults is null)
            return NoLonger(http, view);
        return faults.Count > 0
            ? SignInPages.Again<ChoosePage>(http, For(view, account) with { Faults = faults }, StatusCodes.Status422UnprocessableEntity)
            : Results.LocalRedirect(SignInPages.Address(SignInPages.SignInPath, back: null, view.Texts.Language));
    }

    // Who has forgotten a password has shown no second factor, and gets a password and nothing else.
    private static PageView For(PageView view, Account account) => account.IsInvited ? view : view with { Elsewhere = [] };

    private static (PageView View, string Ticket) ViewOf(HttpContext http, Form form)
    {
        var ticket = http.Request.Query["ticket"].ToString();
        return (form.View(http, SignInPages.ChoosePath) with { Ticket = ticket }, ticket);
    }

    private static RazorComponentResult<NoticePage> NoLonger(HttpContext http, PageView view) => SignInPages.Again<NoticePage>(
        http,
        view with { Notice = new Notice(view.Texts.LinkNoLonger, view.Texts.LinkNoLongerExplanation, SignInPages.ForgottenPath, view.Texts.Forgotten) },
        StatusCodes.Status404NotFound);
}
