using System.Diagnostics;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kommunebro.Admin.Layout;

/// <summary>What browsers are told besides the page, and how the request's own address is found behind the gateway.</summary>
internal static class PageHeaders
{
    /// <summary>Whoever forwards is inside: its address is not known beforehand, so the public name alone is accepted.</summary>
    public static void AddForwarding(this WebApplicationBuilder builder)
    {
        var identity = ServiceIdentity.Of(builder);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            forwarded.AllowedHosts.Add(IdentityBackchannel.Of(identity).Issuer.Host);
        });
    }

    /// <summary>The antiforgery cookie belongs to admin alone.</summary>
    public static void KeepApart(AntiforgeryOptions antiforgery)
    {
        antiforgery.Cookie.Name = "kommunebro-admin-forms";
        antiforgery.Cookie.Path = AdminHost.BasePath;
        antiforgery.Cookie.SameSite = SameSiteMode.Lax;
        antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Pages hold personal data: no store keeps them, no other site frames them, no script but ours runs.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // An answer link's address is a secret: traces name the page alone.
        if (context.Request.Path.StartsWithSegments("/answer", StringComparison.Ordinal))
            Activity.Current?.SetTag("url.path", $"{AdminHost.BasePath}/answer");
        context.Response.OnStarting(() =>
        {
            Add(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    // Last, so that a problem's page has them, too; what an endpoint has decided stays.
    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        var issuer = context.RequestServices.GetRequiredService<IdentityBackchannel>().Issuer.GetLeftPart(UriPartial.Authority);
        headers.TryAdd(
            "Content-Security-Policy",
            $"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self' {issuer}");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.TryAdd("Cache-Control", "no-store");
    }
}
