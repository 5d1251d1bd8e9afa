using System.Collections.Frozen;
using Yarp.ReverseProxy.Transforms;

namespace Kommunebro.Gateway.Routing;

/// <summary>Keeps from the services what a caller must not say to them: only the headers that came are looked at.</summary>
internal sealed class ForeignHeaders : RequestTransform
{
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        // How other proxies would name the caller: services believe X-Forwarded-*, which are made anew here. And what would make
        // another method of one that the caller may use.
        "Forwarded", "X-Real-IP", "X-Forwarded-Port", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Original-URL", "X-Rewrite-URL",
        "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override",
        // The trace goes on by headers that are made anew; these would carry what the caller made up.
        "traceparent", "tracestate", "baggage", "Correlation-Context", "Request-Id");

    /// <inheritdoc />
    public override ValueTask ApplyAsync(RequestTransformContext context)
    {
        foreach (var header in context.HttpContext.Request.Headers)
            if (Kept.Contains(header.Key))
                RemoveHeader(context, header.Key);
        return ValueTask.CompletedTask;
    }
}
