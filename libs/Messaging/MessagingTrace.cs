using System.Diagnostics;

namespace Kommunebro.Messaging;

/// <summary>One trace runs from the request that caused a message to its last handler.</summary>
internal static class MessagingTrace
{
    private static readonly ActivitySource Source = new("Kommunebro.Messaging");

    /// <summary>Starts an activity under <paramref name="traceParent"/>; null when nobody listens.</summary>
    public static Activity? Start(string name, ActivityKind kind, string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? Source.StartActivity(name, kind, parent)
            : Source.StartActivity(name, kind);
}
