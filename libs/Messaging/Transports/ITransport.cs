namespace Kommunebro.Messaging.Transports;

/// <summary>Carries messages from one service's outbox to the inboxes of its subscribers.</summary>
public interface ITransport
{
    /// <summary>The name in the settings; an outbox belongs to one transport.</summary>
    string Name { get; }

    /// <summary>How many messages may be on their way at a time.</summary>
    int Parallelism { get; }

    /// <summary>Returns when every subscriber's queue is there, and throws while that cannot be said.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Returns when every subscriber has it for good.</summary>
    /// <exception cref="MessageReturned">No queue takes it now; later messages may still go.</exception>
    Task SendAsync(Envelope envelope, CancellationToken cancellationToken);
}

/// <summary>The way is open but nobody takes this message yet; it waits without holding up others.</summary>
public sealed class MessageReturned(string reason, Exception? cause = null) : Exception(reason, cause);
