namespace Kommunebro.Messaging.Outbox;

/// <summary>The one row that says which transport empties this outbox; two at once would lose order and events.</summary>
public sealed class OutboxOwner
{
    /// <summary>Always 1.</summary>
    public required int Id { get; init; }

    /// <summary>"rabbitmq" or "in-process".</summary>
    public required string Transport { get; set; }
}
