using Kommunebro.Identity.OutsideStaff;
using Kommunebro.Identity.Pages;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;

namespace Kommunebro.Identity.SignIn;

/// <summary>A form of a page: its guard against foreign sites, its language and its way back.</summary>
internal sealed class Form(IAntiforgery antiforgery, StaffIssuers issuers)
{
    /// <summary>The hidden field of the guard.</summary>
    public const string Guard = "guard";

    /// <summary>What the page shows, without faults.</summary>
    /// <exception cref="Refusal">unknown_language.</exception>
    public PageView View(HttpContext http, string path) => new(
        PageTexts.Of(ReaderLanguage.Of(http.Request.Query["lang"], http)),
        path,
        SignInPages.WayBack(http.Request.Query["back"]),
        antiforgery.GetAndStoreTokens(http).RequestToken!)
    {
        Elsewhere = [.. issuers.All.Select(issuer => new SignInElsewhere(issuer.DisplayName, issuer.Path))],
    };

    /// <summary>What was sent; null when it was not sent from a page of ours, or that page is too old.</summary>
    public async Task<IFormCollection?> ReadAsync(HttpContext http, CancellationToken cancellationToken) =>
        http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http)
            ? await http.Request.ReadFormAsync(cancellationToken)
            : null;
}
