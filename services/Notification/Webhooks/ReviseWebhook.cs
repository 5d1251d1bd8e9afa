using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A partner moves a webhook, wants other events, pauses it or sets it going again.</summary>
internal static class ReviseWebhook
{
    /// <summary>
    /// PUT /api/v1/webhooks/{id} with If-Match: 200 with the webhook. What waited while it was paused is sent as soon as it is
    /// active. 400 as for a new one; 404 webhook_not_found; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<WebhookView>> HandleAsync(
        Guid id,
        WebhookRequest request,
        HttpContext http,
        NotificationDb db,
        OwnWebhooks own,
        WebhookRules rules,
        CancellationToken cancellationToken)
    {
        var webhook = await own.GetAsync(id, cancellationToken);
        IfMatch.Require(http, webhook.Version);
        var statement = await rules.CheckAsync(request, cancellationToken);
        var before = OwnWebhooks.StateOf(webhook);
        webhook.Revise(statement);
        db.Audit("webhook.revise", "webhook", $"{webhook.Id}", before, OwnWebhooks.StateOf(webhook));
        await db.SaveChangesAsync(cancellationToken);
        ETag.Set(http, webhook.Version);
        return TypedResults.Ok(WebhookView.Of(webhook));
    }
}
