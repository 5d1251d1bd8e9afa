namespace Kommunebro.Messaging.Outbox;

/// <summary>A message that was committed with its cause and waits to be sent.</summary>
public sealed class OutboxMessage
{
    /// <summary>The order of writing.</summary>
    public long Position { get; private set; }

    /// <summary>Shared by all copies of the message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Its name in the catalog.</summary>
    public required string Name { get; init; }

    /// <summary>The aggregate's key.</summary>
    public required string Key { get; init; }

    /// <summary>Which relay lock it falls under, 0 to <see cref="OutboxShard.Count"/> − 1; the same for all messages of a key.</summary>
    public required short Shard { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>W3C trace context of the work that caused it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it was stored (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Not sent before this time (UTC); moved on when the broker returned it.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was returned.</summary>
    public int Returns { get; init; }

    /// <summary>When it was put aside because it cannot be decoded (UTC).</summary>
    public DateTimeOffset? ParkedAt { get; init; }

    /// <summary>Why it was put aside.</summary>
    public string? ParkedBecause { get; init; }
}
