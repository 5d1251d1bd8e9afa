using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.Features;

namespace Kommunebro.Gateway.Edge;

/// <summary>
/// Lets in only requests that can be read in one way. A path whose separators, dots or percent signs are written in code means
/// one thing to the gateway, which chooses the route and its policy by it, and may mean another to a service or a cache.
/// </summary>
internal sealed class PlainRequest(RequestDelegate next)
{
    /// <summary>TRACE tells headers back, CONNECT makes a tunnel, and nobody here serves anything else.</summary>
    private static readonly HashSet<string> Methods = new(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], StringComparer.Ordinal);

    // Slash, backslash, dot, percent sign; and control characters, which begin with %0 or %1.
    private static readonly string[] Coded = ["%2F", "%5C", "%2E", "%25", "%0", "%1", "%7F"];

    /// <exception cref="Refusal">malformed_path.</exception>
    public Task InvokeAsync(HttpContext context)
    {
        if (!Methods.Contains(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        return IsPlain(PathOf(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
            ? next(context)
            : throw new Refusal(RefusalKind.Invalid, "malformed_path", "Write the path plainly: no empty or dot segments, no coded slashes, dots, percent signs or control characters.");
    }

    private static string PathOf(string target) => target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? target[..query] : target;

    private static bool IsPlain(string path) =>
        path.StartsWith('/')
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains("//", StringComparison.Ordinal)
        && !Array.Exists(Coded, code => path.Contains(code, StringComparison.OrdinalIgnoreCase))
        && !path.Split('/').Any(segment => segment is "." or "..");
}
