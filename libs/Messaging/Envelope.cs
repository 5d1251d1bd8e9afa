namespace Kommunebro.Messaging;

/// <summary>A message on its way between two services.</summary>
/// <param name="MessageId">Shared by all copies; the inbox knows a duplicate by it.</param>
/// <param name="Name">The name in the catalog, e.g. "needs.need-verified.v1".</param>
/// <param name="Message">The decoded message.</param>
/// <param name="OccurredAt">When the sender stored it (UTC).</param>
/// <param name="TraceParent">W3C trace context of the work that caused it.</param>
public sealed record Envelope(Guid MessageId, string Name, object Message, DateTimeOffset OccurredAt, string? TraceParent);
