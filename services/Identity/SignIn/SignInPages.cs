using Kommunebro.Identity.Pages;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace Kommunebro.Identity.SignIn;

/// <summary>The pages at which people sign in.</summary>
internal static class SignInPages
{
    public const string SignInPath = "/connect/sign-in";
    public const string NewPasswordPath = "/connect/new-password";
    public const string SecondFactorPath = "/connect/second-factor";
    public const string EnrolPath = "/connect/second-factor/enrol";
    public const string ForgottenPath = "/connect/password/forgotten";
    public const string ChoosePath = "/connect/password/choose";
    public const string StylesPath = "/connect/pages.css";

    /// <summary>Where people go who came from nowhere.</summary>
    public const string Home = "/admin";

    // Whoever wants another authenticator signs in first.
    private static readonly string[] Ways = ["/connect/authorize?", $"{EnrolPath}?"];

    /// <summary>Why the pages are open.</summary>
    public static readonly OpenToAll BeforeSignIn = new("People who are not signed in yet read this.");

    public static void MapSignIn(this WebApplication app)
    {
        var pages = app.MapGroup("").WithMetadata(BeforeSignIn);
        pages.MapGet(SignInPath, SignInForm.Show);
        pages.MapPost(SignInPath, SignInForm.SendAsync);
        pages.MapGet(NewPasswordPath, NewPasswordForm.ShowAsync);
        pages.MapPost(NewPasswordPath, NewPasswordForm.SendAsync);
        pages.MapGet(StylesPath, () => Results.Stream(
            typeof(SignInPages).Assembly.GetManifestResourceStream("pages.css")!, "text/css; charset=utf-8"));
    }

    /// <summary>Sends a person to a page, from which it comes back to the authorization request that it is making.</summary>
    /// <param name="page">The page's path.</param>
    /// <param name="http">The authorization request.</param>
    /// <param name="locales">The client's ui_locales: languages, best first.</param>
    public static IResult Ask(string page, HttpContext http, string? locales)
    {
        IEnumerable<KeyValuePair<string, StringValues>> request = http.Request.HasFormContentType ? http.Request.Form : http.Request.Query;
        var back = http.Request.Path + QueryString.Create(request);
        var language = locales?.Split(' ').FirstOrDefault(locale => locale is "nb" or "uk" or "en");
        return Results.LocalRedirect(Address(page, back, language));
    }

    /// <summary>A page's address with the way back; never one that leads to another site.</summary>
    public static string Address(string page, string? back, string? language)
    {
        var query = new QueryString();
        if (IsWayBack(back))
            query = query.Add("back", back!);
        return page + (language is null ? query : query.Add("lang", language));
    }

    /// <summary>The way back that a page was given, when it is one that may be gone; else null.</summary>
    public static string? WayBack(string? back) => IsWayBack(back) ? back : null;

    /// <summary>Whether what the person goes back to needs somebody who has just shown who it is.</summary>
    public static bool DemandsFreshSignIn(string? back) => back?.StartsWith(EnrolPath, StringComparison.Ordinal) == true;

    /// <summary>Leads to another page, which keeps the way back and the language.</summary>
    public static IResult Lead(PageView view, string page) => Results.LocalRedirect(Address(page, view.Back, view.Texts.Language));

    /// <summary>Leads on when the page is done: back to where the person came from, else to the admin client, which asks for an authorization.</summary>
    public static IResult GoOn(PageView view) => Results.LocalRedirect(view.Back ?? Home);

    /// <summary>Answers with a page that nobody keeps, frames, or puts a script into.</summary>
    public static RazorComponentResult<TPage> Page<TPage>(HttpContext http, PageView view)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        // Not "no-referrer": then browsers send forms with "Origin: null".
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return new RazorComponentResult<TPage>(new { View = view });
    }

    /// <summary>Tells a person that its sign-in cannot go on, and where to begin anew.</summary>
    /// <param name="http">The broken request.</param>
    /// <param name="error">The protocol's word for it.</param>
    public static IResult Failed(HttpContext http, string error)
    {
        // What is wrong with the language must not hide what is wrong with the request.
        var texts = PageTexts.Of(ReaderLanguage.Of(asked: null, http));
        var page = Page<FailedPage>(http, new PageView(texts, SignInPath, Back: null, Guard: "") { Error = error });
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    /// <summary>The page once more, with what is wrong.</summary>
    public static RazorComponentResult<TPage> Again<TPage>(HttpContext http, PageView view, int status)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var page = Page<TPage>(http, view);
        page.StatusCode = status;
        return page;
    }

    private static bool IsWayBack(string? back) =>
        back is not null && Ways.Any(way => back.StartsWith(way, StringComparison.Ordinal));
}
