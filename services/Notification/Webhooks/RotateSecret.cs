using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A partner wants another secret.</summary>
internal static class RotateSecret
{
    /// <summary>
    /// POST /api/v1/webhooks/{id}/rotate-secret with If-Match: 200 with the webhook and the new secret, which is shown here
    /// alone. For 24 hours each call carries a signature of both. 404 webhook_not_found; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<WebhookView>> HandleAsync(
        Guid id, HttpContext http, NotificationDb db, OwnWebhooks own, TimeProvider clock, CancellationToken cancellationToken)
    {
        var webhook = await own.GetAsync(id, cancellationToken);
        IfMatch.Require(http, webhook.Version);
        var before = OwnWebhooks.StateOf(webhook);
        webhook.RotateSecret(clock.GetUtcNow());
        db.Audit("webhook.rotate-secret", "webhook", $"{webhook.Id}", before, OwnWebhooks.StateOf(webhook));
        await db.SaveChangesAsync(cancellationToken);
        ETag.Set(http, webhook.Version);
        return TypedResults.Ok(WebhookView.Of(webhook) with { Secret = webhook.Secret });
    }
}
