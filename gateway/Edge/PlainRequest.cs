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

    private static readonly string Allowed = string.Join(", ", Methods);

    // Slash, backslash, dot, percent sign; control characters, which begin with %0 or %1; and what only over-long UTF-8 begins with.
    private static readonly string[] Coded = ["%2F", "%5C", "%2E", "%25", "%0", "%1", "%7F", "%C0", "%C1"];

    /// <exception cref="Refusal">malformed_path.</exception>
    public Task InvokeAsync(HttpContext context)
    {
        if (!Methods.Contains(context.Request.Method))
        {
            context.Response.Headers.Allow = Allowed;
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
        && HasWholeCodes(path)
        && !HasCoded(path)
        && !HasDotSegment(path);

    private static bool HasCoded(string path) =>
        path.Contains('%', StringComparison.Ordinal) && Array.Exists(Coded, code => path.Contains(code, StringComparison.OrdinalIgnoreCase));

    private static bool HasDotSegment(string path) =>
        path.Contains("/.", StringComparison.Ordinal) && path.Split('/').Any(segment => segment is "." or "..");

    /// <summary>A percent sign that begins no code is left as it is by one reader, and made a code by what is decoded beside it by another.</summary>
    private static bool HasWholeCodes(string path)
    {
        for (var at = path.IndexOf('%', StringComparison.Ordinal); at >= 0; at = path.IndexOf('%', at + 1))
            if (at + 2 >= path.Length || !char.IsAsciiHexDigit(path[at + 1]) || !char.IsAsciiHexDigit(path[at + 2]))
                return false;
        return true;
    }
}
