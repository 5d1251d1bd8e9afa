namespace Kommunebro.Messaging.Inbox;

/// <summary>Says that a handler has committed a message, so that a further copy has no effect.</summary>
public sealed class InboxEntry
{
    /// <summary>The id that all copies share.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The handler.</summary>
    public required string Handler { get; init; }

    /// <summary>When it was handled (UTC).</summary>
    public required DateTimeOffset HandledAt { get; init; }
}
