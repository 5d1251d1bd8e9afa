using Kommunebro.Admin.Data;
using Kommunebro.Admin.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Admin.Reading;

/// <summary>
/// Finds out how the reader of a request wants to read: what the address says, else what the browser's cookie says, else what
/// the account says, else what the browser likes. The cookie saves the look into the database.
/// </summary>
internal static class ReaderChoice
{
    private const string CookieName = "kommunebro-admin-reading";

    public static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var reader = context.RequestServices.GetRequiredService<Reader>();
        var (language, theme) = CookieOf(context) ?? await AccountsAsync(context) ?? (null, "auto");
        var asked = context.Request.Query["lang"].ToString();
        language = Reader.Languages.Contains(asked) ? asked : language ?? ReaderLanguage.Of(null, context);
        context.Response.Headers.ContentLanguage = language;
        reader.Become(language, theme, context.User.FindFirst(StaffTokens.Name)?.Value);
        await next(context);
    }

    /// <summary>Remembers the choice in the browser.</summary>
    public static void Remember(HttpContext context, string language, string theme, TimeProvider clock) => context.Response.Cookies.Append(
        CookieName,
        $"{language}.{theme}",
        new CookieOptions
        {
            Path = AdminHost.BasePath,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Expires = clock.GetUtcNow().AddYears(1),
        });

    private static (string?, string)? CookieOf(HttpContext context) =>
        context.Request.Cookies[CookieName]?.Split('.') is [var language, var theme]
            && Reader.Languages.Contains(language) && Reader.Themes.Contains(theme) ? (language, theme) : null;

    private static async Task<(string?, string)?> AccountsAsync(HttpContext context)
    {
        if (context.User.FindFirst(TokenClaims.Subject)?.Value is not { } account)
            return null;
        var services = context.RequestServices;
        var stored = await services.GetRequiredService<AdminDb>().Preferences.AsNoTracking()
            .SingleOrDefaultAsync(preference => preference.Account == account, context.RequestAborted);
        if (stored is null)
            return null;
        Remember(context, stored.Language, stored.Theme, services.GetRequiredService<TimeProvider>());
        return (stored.Language, stored.Theme);
    }
}
