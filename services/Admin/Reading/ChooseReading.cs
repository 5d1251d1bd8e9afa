using Kommunebro.Admin.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Admin.Reading;

/// <summary>
/// Changes language or theme, and leads back to the same page in the same state. Remembered by the browser, and by the
/// account of whoever is signed in. It needs no antiforgery: it changes nothing but how this person reads, and a form of
/// another site comes without the session.
/// </summary>
internal static class ChooseReading
{
    public static void MapReading(this IEndpointRouteBuilder app) => app
        .MapPost("/reading", HandleAsync)
        .DisableAntiforgery()
        .WithMetadata(new OpenToAll("Whoever has an answer link reads in a language, too."));

    private static async Task HandleAsync(
        HttpContext context, Reader reader, AdminDb db, [FromForm] string? language, [FromForm] string? theme, [FromForm] string? back)
    {
        var chosen = (
            Language: Reader.Languages.Contains(language) ? language! : reader.Language,
            Theme: Reader.Themes.Contains(theme) ? theme! : reader.Theme);
        ReaderChoice.Remember(context, chosen.Language, chosen.Theme);
        if (context.User.FindFirst(TokenClaims.Subject)?.Value is { } account)
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into preferences (account, language, theme) values ({account}, {chosen.Language}, {chosen.Theme})
                on conflict (account) do update set language = excluded.language, theme = excluded.theme
                """,
                context.RequestAborted);
        context.Response.Redirect(IsOwn(back) ? WithoutLanguage(back!) : AdminHost.BasePath);
    }

    /// <summary>Only to pages of admin: an address that somebody else wrote must not lead away.</summary>
    private static bool IsOwn(string? back) =>
        back is not null && (back == AdminHost.BasePath || back.StartsWith($"{AdminHost.BasePath}/", StringComparison.Ordinal))
        && !back.Contains('\\') && !back.Any(char.IsControl);

    /// <summary>The address of an answer link may ask for a language; the new choice must win.</summary>
    private static string WithoutLanguage(string back)
    {
        var parts = back.Split('?', 2);
        if (parts.Length == 1)
            return back;
        var rest = parts[1].Split('&').Where(part => !part.StartsWith("lang=", StringComparison.Ordinal)).ToList();
        return rest.Count == 0 ? parts[0] : $"{parts[0]}?{string.Join('&', rest)}";
    }
}
