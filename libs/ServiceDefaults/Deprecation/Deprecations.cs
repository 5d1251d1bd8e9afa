using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.ServiceDefaults;

/// <summary>Operations that will end tell so with each answer, refusals included: who watches the headers hears of it in time.</summary>
public static class Deprecations
{
    /// <summary>
    /// Deprecates an endpoint, or all of a group. Its answers carry Deprecation, Sunset and Link from now on, and the API's description
    /// says the same, since both read this.
    /// </summary>
    /// <param name="endpoint">The endpoint or group.</param>
    /// <param name="since">From when on partners should go elsewhere.</param>
    /// <param name="sunset">From when on it may answer no longer, at least <see cref="Deprecation.LeastDays"/> days later.</param>
    /// <param name="page">The address of a page that says what to do.</param>
    /// <param name="successor">The address of what takes its place; null when nothing does.</param>
    /// <exception cref="ArgumentException">The time is too short, or an address is none.</exception>
    public static TBuilder Deprecated<TBuilder>(this TBuilder endpoint, DateOnly since, DateOnly sunset, string page, string? successor = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Deprecation(since, sunset, page, successor));

    /// <summary>Tells it with the answer to a request that was routed.</summary>
    internal static Task Tell(HttpContext context, RequestDelegate next)
    {
        // As the answer leaves: what a refusal clears on its way is set after that.
        if (context.GetEndpoint()?.Metadata.GetMetadata<Deprecation>() is { } deprecation)
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers["Deprecation"] = deprecation.DeprecationHeader;
                headers["Sunset"] = deprecation.SunsetHeader;
                foreach (var link in deprecation.Links)
                    headers.Append("Link", link);
                return Task.CompletedTask;
            });
        return next(context);
    }
}
