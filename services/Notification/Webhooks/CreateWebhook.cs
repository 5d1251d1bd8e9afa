using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A partner wants to be called.</summary>
internal static class CreateWebhook
{
    private const int Most = 20;

    /// <summary>
    /// POST /api/v1/webhooks: 201 with the webhook, its address, ETag, and the secret, which is shown here alone.
    /// 400 with everything that is wrong: missing_field, invalid_url, https_required, private_address, unknown_host,
    /// unknown_value, stands_twice, too_long; 409 too_many_webhooks.
    /// </summary>
    public static async Task<Created<WebhookView>> HandleAsync(
        WebhookRequest request,
        HttpContext http,
        NotificationDb db,
        OwnWebhooks own,
        WebhookRules rules,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var statement = await rules.CheckAsync(request, cancellationToken);
        if (await own.Query().CountAsync(cancellationToken) >= Most)
            throw new Refusal(RefusalKind.Conflict, "too_many_webhooks", $"An organisation has at most {Most} webhooks; delete one first.");
        var webhook = Webhook.Create(own.OrganisationId, statement, clock.GetUtcNow());
        db.Add(webhook);
        db.Audit("webhook.create", "webhook", $"{webhook.Id}", before: null, OwnWebhooks.StateOf(webhook));
        await db.SaveChangesAsync(cancellationToken);
        ETag.Set(http, webhook.Version);
        return TypedResults.Created($"/api/v1/webhooks/{webhook.Id}", WebhookView.Of(webhook) with { Secret = webhook.Secret });
    }
}
