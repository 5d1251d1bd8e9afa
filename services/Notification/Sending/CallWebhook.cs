using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Sending;

/// <summary>Calls one webhook once.</summary>
internal sealed class CallWebhook(NotificationDb db, WebhookClient client, TimeProvider clock)
{
    private const string GoneForGood = "http_410";

    /// <summary>What came of it.</summary>
    public async Task<Outcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == delivery.Recipient.WebhookId, cancellationToken);
        if (webhook is null)
            return new Outcome(OutcomeKind.Settled, "webhook_deleted");
        var now = clock.GetUtcNow();
        var messageId = WebhookDeliveryView.MessageIdOf(delivery.Id);
        var signature = WebhookSignature.Of(messageId, now, delivery.Body!, webhook.SecretsAt(now));
        var error = await client.PostAsync(new Uri(webhook.Url), messageId, now, signature, delivery.Body!, cancellationToken);
        return error switch
        {
            null => Outcome.Delivered,
            GoneForGood => new Outcome(OutcomeKind.Gone, error),
            _ => Outcome.Later(error),
        };
    }
}
