namespace Kommunebro.Messaging;

/// <summary>
/// Handles one kind of message. The inbox gives it a fresh scope and an open transaction, saves what it changed and
/// commits once per message, so a handler only changes entities of its DbContext and enqueues what follows.
/// A projection ignores a message whose version is not newer than what it holds; an effect handles every message.
/// </summary>
public interface IHandler<in TMessage>
{
    /// <summary>Applies <paramref name="message"/>. What it throws is retried and ends in the dead letters.</summary>
    Task HandleAsync(TMessage message, MessageContext context, CancellationToken cancellationToken);
}

/// <summary>What a handler may know about the message beside its content.</summary>
/// <param name="MessageId">The id that all copies of the message share.</param>
/// <param name="OccurredAt">When the sender committed it (UTC).</param>
public sealed record MessageContext(Guid MessageId, DateTimeOffset OccurredAt);
