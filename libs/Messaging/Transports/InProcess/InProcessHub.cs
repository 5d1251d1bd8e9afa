using System.Collections.Concurrent;
using Kommunebro.Messaging.Inbox;

namespace Kommunebro.Messaging.Transports.InProcess;

/// <summary>Where the hosts of one process find each other's inboxes. The composing program makes one and gives it to all.</summary>
public sealed class InProcessHub
{
    private readonly ConcurrentDictionary<string, IMessageInbox> _inboxes = new(StringComparer.Ordinal);

    /// <summary>Says that <paramref name="service"/> runs in this process.</summary>
    public void Join(string service, IMessageInbox inbox) => _inboxes[service] = inbox;

    /// <summary>Says that <paramref name="service"/> stops.</summary>
    public void Leave(string service) => _inboxes.TryRemove(service, out _);

    /// <summary>The inbox of <paramref name="service"/>, or null while it does not run.</summary>
    public IMessageInbox? Find(string service) => _inboxes.GetValueOrDefault(service);
}
