using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kommunebro.Messaging.Outbox;

/// <summary>The only way for a service to say something to the others.</summary>
public static class OutboxWrite
{
    /// <summary>Kept, since an import writes thousands of messages and EF searches for a service anew each time.</summary>
    private static readonly ConditionalWeakTable<DbContext, Tuple<MessageCatalog, TimeProvider>> Needed = [];

    /// <summary>
    /// Adds <paramref name="message"/> to the outbox. It is stored by the same SaveChanges as the state that it tells of,
    /// and leaves when that has been committed.
    /// </summary>
    /// <exception cref="InvalidOperationException">The service does not publish this message.</exception>
    public static void Enqueue<TMessage>(this DbContext db, TMessage message) where TMessage : class
    {
        var (catalog, clock) = Needed.GetValue(db, static db => new Tuple<MessageCatalog, TimeProvider>(db.GetService<MessageCatalog>(), db.GetService<TimeProvider>()));
        var publication = catalog.PublicationOf(typeof(TMessage));
        var now = clock.GetUtcNow();
        var key = publication.Key(message);
        db.Add(new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(now),
            Name = publication.Name,
            Key = key,
            Shard = OutboxShard.Of(key),
            Body = JsonSerializer.Serialize(message, MessageJson.Options),
            TraceParent = Activity.Current?.Id,
            OccurredAt = now,
            NotBefore = now,
        });
    }
}
