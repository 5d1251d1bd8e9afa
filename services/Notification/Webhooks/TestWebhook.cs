using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Notices;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A partner tries its webhook.</summary>
internal static class TestWebhook
{
    /// <summary>
    /// POST /api/v1/webhooks/{id}/test: 202 with the delivery of an event webhook.test, whatever the webhook is subscribed to.
    /// 404 webhook_not_found; 409 webhook_paused.
    /// </summary>
    public static async Task<Accepted<WebhookDeliveryView>> HandleAsync(
        Guid id, NotificationDb db, OwnWebhooks own, TimeProvider clock, CancellationToken cancellationToken)
    {
        var webhook = await own.GetAsync(id, cancellationToken);
        if (webhook.Status == WebhookStatus.Paused)
            throw new Refusal(RefusalKind.Conflict, "webhook_paused", "The webhook is paused; PUT it with status active first.");
        var now = clock.GetUtcNow();
        var notice = new Notice(NoticeKind.WebhookTest, Subject.Webhook(id), new Facts(), now);
        var delivery = Delivery.ToWebhook(notice, webhook.OrganisationId, id, WebhookBody.OfTest(id, now), now);
        db.Add(delivery);
        db.Audit("webhook.test", "webhook", $"{id}", before: null, new { DeliveryId = delivery.Id });
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/v1/webhooks/{id}/deliveries", WebhookDeliveryView.Of(delivery));
    }
}
