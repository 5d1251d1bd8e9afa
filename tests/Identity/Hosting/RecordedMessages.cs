using System.Collections.Concurrent;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;

namespace Kommunebro.Tests.Identity.Hosting;

/// <summary>A neighbour of identity that notes what it hears.</summary>
public sealed class RecordedMessages : IMessageInbox
{
    private readonly ConcurrentQueue<Envelope> _heard = new();

    /// <summary>All messages of a type, in the order of arrival.</summary>
    public IReadOnlyList<T> Heard<T>() => [.. _heard.Select(envelope => envelope.Message).OfType<T>()];

    public Task DeliverAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        _heard.Enqueue(envelope);
        return Task.CompletedTask;
    }
}
