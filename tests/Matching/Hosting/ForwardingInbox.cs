using System.Collections.Concurrent;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>Stands where matching stands in the process: keeps what comes, and hands it on to a server.</summary>
internal sealed class ForwardingInbox(MatchingServer? server = null) : IMessageInbox
{
    private readonly ConcurrentQueue<Envelope> _heard = new();

    public IReadOnlyList<Envelope> Heard => [.. _heard];

    public Task DeliverAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        _heard.Enqueue(envelope);
        return server is null ? Task.CompletedTask : server.HearAsync(envelope);
    }
}
