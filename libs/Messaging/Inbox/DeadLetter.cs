namespace Kommunebro.Messaging.Inbox;

/// <summary>A message that its handler failed to handle; it waits for a replay and holds up nothing.</summary>
public sealed class DeadLetter
{
    /// <summary>The id that all copies share.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The handler that failed.</summary>
    public required string Handler { get; init; }

    /// <summary>The message's name in the catalog.</summary>
    public required string Name { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>When the sender stored it (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>W3C trace context of the work that caused it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The last error: type and message.</summary>
    public required string Error { get; set; }

    /// <summary>How often it was tried, replays included.</summary>
    public required int Attempts { get; set; }

    /// <summary>When it was given up last (UTC).</summary>
    public required DateTimeOffset DiedAt { get; set; }
}
