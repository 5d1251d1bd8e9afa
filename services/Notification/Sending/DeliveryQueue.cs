using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Sending;

/// <summary>
/// The deliveries as senders see them: whoever is free takes the next one that is due, in any replica. A webhook is called once at
/// a time, so that a slow one keeps one sender busy and no more; what is for a paused webhook waits.
/// </summary>
internal sealed class DeliveryQueue(IServiceScopeFactory scopes, SenderOptions options, TimeProvider clock)
{
    /// <summary>Takes the next delivery; null when none is due.</summary>
    public async Task<Delivery?> TakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The id alone: EF maps no renamed column of a complex type out of raw SQL.
        var due = await db.Database
            .SqlQuery<Guid>(
                $"""
                select id as "Value" from deliveries due
                where status = 'waiting' and next_attempt_at <= {now} and (lease_until is null or lease_until < {now})
                  and (webhook_id is null
                    or (exists (select 1 from webhooks where webhooks.id = due.webhook_id and webhooks.status = 'active')
                      and not exists (
                        select 1 from deliveries other
                        where other.webhook_id = due.webhook_id and other.status = 'waiting' and other.lease_until >= {now})))
                order by next_attempt_at, id
                limit 1
                for update skip locked
                """)
            .ToListAsync(cancellationToken);
        if (due is not [var id])
            return null;
        var taken = await db.Deliveries.SingleAsync(delivery => delivery.Id == id, cancellationToken);
        taken.Take(now, options.Lease);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return taken;
    }
}
