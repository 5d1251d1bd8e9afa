using System.Diagnostics;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.Primitives;

namespace Kommunebro.Gateway.Edge;

/// <summary>What every answer tells a browser, unless the service behind says it otherwise; and by which id we find the request.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, ServiceIdentity gateway, IdentityBackchannel identity)
{
    private readonly KeyValuePair<string, StringValues>[] _headers = HeadersOf(gateway, identity.Issuer);

    public Task InvokeAsync(HttpContext context)
    {
        // At the start of the answer, since an error on the way clears what was set before.
        context.Response.OnStarting(() => WriteAsync(context.Response.Headers));
        return next(context);
    }

    private Task WriteAsync(IHeaderDictionary answer)
    {
        foreach (var (name, value) in _headers)
            answer.TryAdd(name, value);
        if (Activity.Current is { } request)
            answer[OwnTraces.Header] = request.TraceId.ToHexString();
        return Task.CompletedTask;
    }

    private static KeyValuePair<string, StringValues>[] HeadersOf(ServiceIdentity gateway, Uri issuer)
    {
        var headers = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["Content-Security-Policy"] = gateway.Require("ContentSecurityPolicy"),
            ["X-Content-Type-Options"] = "nosniff",
            // Addresses of pages tell what somebody looks at, and those of answer links hold a secret.
            ["Referrer-Policy"] = "same-origin",
            ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            ["Cross-Origin-Opener-Policy"] = "same-origin",
            ["Cross-Origin-Resource-Policy"] = "same-origin",
        };
        if (issuer.Scheme == Uri.UriSchemeHttps)
            headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
        return [.. headers];
    }
}
