using Kommunebro.Admin.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Admin.Reading;

/// <summary>
/// Finds out how the reader of a request wants to read: what the address says, else what the browser's cookie says, else what
/// the browser likes. Signing in brings the account's choice into the cookie.
/// </summary>
internal static class ReaderChoice
{
    private const string CookieName = "kommunebro-admin-reading";

    public static Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var (language, theme) = CookieOf(context) ?? (null, "auto");
        var asked = context.Request.Query["lang"].ToString();
        language = Reader.Languages.Contains(asked) ? asked : language ?? ReaderLanguage.Of(null, context);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.ContentLanguage = language;
            return Task.CompletedTask;
        });
        context.RequestServices.GetRequiredService<Reader>().Become(language, theme);
        return next(context);
    }

    /// <summary>Remembers the choice in the browser.</summary>
    public static void Remember(HttpContext context, string language, string theme) => context.Response.Cookies.Append(
        CookieName,
        $"{language}.{theme}",
        new CookieOptions
        {
            Path = AdminHost.BasePath,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Expires = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddYears(1),
        });

    /// <summary>A person who signs in reads as on every other device.</summary>
    public static async Task RecallAsync(CookieSigningInContext signingIn)
    {
        var context = signingIn.HttpContext;
        var account = signingIn.Principal?.FindFirst(TokenClaims.Subject)?.Value;
        var stored = await context.RequestServices.GetRequiredService<AdminDb>().Preferences.AsNoTracking()
            .SingleOrDefaultAsync(preference => preference.Account == account, context.RequestAborted);
        if (stored is not null)
            Remember(context, stored.Language, stored.Theme);
    }

    private static (string?, string)? CookieOf(HttpContext context) =>
        context.Request.Cookies[CookieName]?.Split('.') is [var language, var theme]
            && Reader.Languages.Contains(language) && Reader.Themes.Contains(theme) ? (language, theme) : null;
}
