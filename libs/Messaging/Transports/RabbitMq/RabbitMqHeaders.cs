namespace Kommunebro.Messaging.Transports.RabbitMq;

/// <summary>What travels beside the message.</summary>
internal static class RabbitMqHeaders
{
    public const string TraceParent = "traceparent";
    public const string OccurredAt = "occurred-at";
}
