using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A partner looks at what its webhook was sent, and has something sent again.</summary>
internal static class WebhookDeliveries
{
    /// <summary>
    /// GET /api/v1/webhooks/{id}/deliveries?status=…&amp;limit=…&amp;cursor=…: 200 with a page, newest first.
    /// 400 unknown_value (status: waiting, delivered, failed), out_of_range (limit) or invalid_cursor; 404 webhook_not_found.
    /// </summary>
    public static async Task<Ok<Page<WebhookDeliveryView>>> ListAsync(
        Guid id,
        string? status,
        [AsParameters] PageRequest page,
        HttpContext http,
        NotificationDb db,
        OwnWebhooks own,
        CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var wanted = rules.Choice<DeliveryStatus>(status, "status");
        rules.Enforce();
        var size = page.Size();
        var webhook = await own.GetAsync(id, cancellationToken);
        var deliveries = db.Deliveries.AsNoTracking().Where(delivery => delivery.Recipient.WebhookId == webhook.Id);
        if (wanted is not null)
            deliveries = deliveries.Where(delivery => delivery.Status == wanted);
        if (page.Cursor is { } cursor)
        {
            if (!Guid.TryParse(Cursor.Decode(cursor, 1)[0], out var last))
                throw Cursor.Invalid();
            deliveries = deliveries.Where(delivery => delivery.Id < last);
        }

        var rows = await deliveries.OrderByDescending(delivery => delivery.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(
            Page.Of(rows.ConvertAll(WebhookDeliveryView.Of), size, view => Cursor.Encode($"{view.Id}")).WithLink(http));
    }

    /// <summary>
    /// POST /api/v1/webhooks/{id}/deliveries/{deliveryId}/replay: 202; it is sent again with the same webhook-id and body.
    /// 404 webhook_not_found, delivery_not_found; 409 still_waiting.
    /// </summary>
    public static async Task<Accepted<WebhookDeliveryView>> ReplayAsync(
        Guid id, Guid deliveryId, NotificationDb db, OwnWebhooks own, TimeProvider clock, CancellationToken cancellationToken)
    {
        var webhook = await own.GetAsync(id, cancellationToken);
        var delivery = await db.Deliveries
            .SingleOrDefaultAsync(one => one.Id == deliveryId && one.Recipient.WebhookId == webhook.Id, cancellationToken)
            ?? throw Refusal.NotFound("delivery_not_found", "There is no such delivery.");
        if (delivery.Status == DeliveryStatus.Waiting)
            throw new Refusal(RefusalKind.Conflict, "still_waiting", "It has not been sent yet; it will be tried again by itself.");
        delivery.Replay(clock.GetUtcNow());
        db.Audit("webhook.replay", "webhook", $"{id}", before: null, new { DeliveryId = deliveryId });
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/v1/webhooks/{id}/deliveries", WebhookDeliveryView.Of(delivery));
    }
}
