using Kommunebro.Contracts;
using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Webhooks;

/// <summary>The REST face, under /api/v1/webhooks: a partner organisation's own webhooks.</summary>
internal static class WebhooksEndpoints
{
    public static void MapWebhooks(this WebApplication app)
    {
        var webhooks = app.MapGroup("/api/v1/webhooks").RequireAccess(AccessPolicies.WebhooksManage);
        webhooks.MapPost("", CreateWebhook.HandleAsync).WithMetadata(new AnswersWithSecret("The signing secret."));
        webhooks.MapGet("", FindWebhooks.ListAsync);
        webhooks.MapGet("/{id:guid}", FindWebhooks.GetAsync);
        webhooks.MapPut("/{id:guid}", ReviseWebhook.HandleAsync);
        webhooks.MapDelete("/{id:guid}", DeleteWebhook.HandleAsync);
        webhooks.MapPost("/{id:guid}/rotate-secret", RotateSecret.HandleAsync).WithMetadata(new AnswersWithSecret("The new signing secret."));
        webhooks.MapPost("/{id:guid}/test", TestWebhook.HandleAsync).WithIdempotencyKey<NotificationDb>();
        webhooks.MapGet("/{id:guid}/deliveries", WebhookDeliveries.ListAsync);
        webhooks.MapPost("/{id:guid}/deliveries/{deliveryId:guid}/replay", WebhookDeliveries.ReplayAsync)
            .WithIdempotencyKey<NotificationDb>();
    }
}
