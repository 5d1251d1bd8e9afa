using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Kommunebro.Gateway.Routing;

/// <summary>
/// Keeps the answers of routes that say "OutputCachePolicy": "reference" for a minute: code lists, which are the same for all who may read
/// them. Who that is the route's own policy says before the cache is asked, so such a route names the policy of its service.
/// </summary>
internal sealed class ReferenceCache : IOutputCachePolicy
{
    public const string Name = "reference";

    /// <summary>Bytes of all answers that are kept.</summary>
    public const long Size = 16 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var isRead = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage) = (isRead, isRead, isRead);
        // When it is over, one caller asks the service and the others wait.
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        // What else a query says does not matter there, and would only fill the cache.
        context.CacheVaryByRules.QueryKeys = "lang";
        context.CacheVaryByRules.HeaderNames = HeaderNames.AcceptLanguage;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }
}
