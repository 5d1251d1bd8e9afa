using System.Collections.Concurrent;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>Stands where another service stands in the process, and keeps what it is sent.</summary>
public sealed class RecordingInbox : IMessageInbox
{
    private readonly ConcurrentQueue<object> _messages = new();

    public Task DeliverAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        _messages.Enqueue(envelope.Message);
        return Task.CompletedTask;
    }

    /// <summary>All messages of a type, in the order of arrival.</summary>
    public IReadOnlyList<T> Heard<T>() => [.. _messages.OfType<T>()];

    /// <summary>The first message that fits, as soon as it is there.</summary>
    public async Task<T> WaitForAsync<T>(Func<T, bool> fits)
    {
        T? found = default;
        await Until.TrueAsync(() => (found = _messages.OfType<T>().FirstOrDefault(fits)) is not null);
        return found!;
    }
}
