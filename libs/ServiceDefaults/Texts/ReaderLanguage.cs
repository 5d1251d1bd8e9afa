using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kommunebro.ServiceDefaults;

/// <summary>The language in which a reader is told things: nb, uk or en.</summary>
public static class ReaderLanguage
{
    private static readonly string[] Known = ["nb", "uk", "en"];

    /// <summary>
    /// What the query asks for, else what the reader likes best by Accept-Language (RFC 9110, 12.5.4; Norwegian of any form
    /// is read as bokmål), else en. The answer says which (Content-Language, Vary). Call it before anything is changed,
    /// since it may refuse.
    /// </summary>
    /// <param name="asked">The query's "lang"; null when it was not given.</param>
    /// <param name="context">The request, and its answer.</param>
    /// <exception cref="Refusal">unknown_language: the query asks for another.</exception>
    public static string Of(string? asked, HttpContext context)
    {
        if (asked is not null && !Known.Contains(asked, StringComparer.Ordinal))
            throw new Refusal(RefusalKind.Invalid, "unknown_language", "The languages are nb, uk and en.", "lang");
        var language = asked ?? Liked(context.Request) ?? "en";
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return language;
    }

    private static string? Liked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wish => wish.Quality is null or > 0)
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => KnownOf(wish.Value.Value ?? ""))
        .FirstOrDefault(known => known is not null);

    private static string? KnownOf(string tag) => tag.Split('-')[0].ToUpperInvariant() switch
    {
        "NB" or "NN" or "NO" => "nb",
        "UK" => "uk",
        "EN" => "en",
        _ => null,
    };
}
