using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Kommunebro.Gateway.Edge;

/// <summary>
/// One line a request: the method, the route and not the address (which may name a place or hold a secret), the status,
/// the time. No query, no token, nobody's address.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // Whoever answers an error takes the endpoint away.
            var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText;
            if (!context.Request.IsProbe())
                Log.Answered(
                    logger,
                    context.Request.Method,
                    route ?? "(none)",
                    context.Response.StatusCode,
                    (long)clock.GetElapsedTime(started).TotalMilliseconds,
                    Activity.Current?.TraceId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms (trace {TraceId})")]
        public static partial void Answered(
            ILogger logger, string method, string route, int status, long milliseconds, ActivityTraceId? traceId);
    }
}
