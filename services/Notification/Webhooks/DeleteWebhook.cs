using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A partner does not want to be called any more.</summary>
internal static class DeleteWebhook
{
    /// <summary>
    /// DELETE /api/v1/webhooks/{id}: 204; what still waited for it is not sent. If-Match is taken when it is given.
    /// 404 webhook_not_found; 412 version_mismatch.
    /// </summary>
    public static async Task<NoContent> HandleAsync(
        Guid id, HttpContext http, NotificationDb db, OwnWebhooks own, CancellationToken cancellationToken)
    {
        var webhook = await own.GetAsync(id, cancellationToken);
        if (http.Request.Headers.IfMatch.Count > 0)
            IfMatch.Require(http, webhook.Version);
        var waiting = await db.Deliveries
            .Where(delivery => delivery.Recipient.WebhookId == id && delivery.Status == DeliveryStatus.Waiting)
            .ToListAsync(cancellationToken);
        waiting.ForEach(delivery => delivery.Fail("webhook_deleted"));
        db.Remove(webhook);
        db.Audit("webhook.delete", "webhook", $"{webhook.Id}", OwnWebhooks.StateOf(webhook), after: null);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
