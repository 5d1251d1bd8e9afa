using System.Collections.Concurrent;

namespace Kommunebro.Messaging.Outbox;

/// <summary>What became of a batch; filled by several senders at once.</summary>
internal sealed class SendOutcome
{
    private Exception? _trouble;

    public ConcurrentBag<long> Sent { get; } = [];

    public ConcurrentBag<(OutboxMessage Message, string Reason)> Parked { get; } = [];

    public ConcurrentBag<OutboxMessage> Returned { get; } = [];

    public Exception? Trouble => _trouble;

    public void Fail(Exception trouble) => Interlocked.CompareExchange(ref _trouble, trouble, null);
}
