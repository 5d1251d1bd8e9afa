using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Webhooks;

/// <summary>A partner looks at its webhooks.</summary>
internal static class FindWebhooks
{
    /// <summary>GET /api/v1/webhooks: 200 with a page, newest first. 400 out_of_range (limit) or invalid_cursor.</summary>
    public static async Task<Ok<Page<WebhookView>>> ListAsync(
        [AsParameters] PageRequest page, HttpContext http, OwnWebhooks own, CancellationToken cancellationToken)
    {
        var size = page.Size();
        var webhooks = own.Query().AsNoTracking();
        if (page.Cursor is { } cursor)
        {
            if (!Guid.TryParse(Cursor.Decode(cursor, 1)[0], out var last))
                throw Cursor.Invalid();
            webhooks = webhooks.Where(webhook => webhook.Id < last);
        }

        var rows = await webhooks.OrderByDescending(webhook => webhook.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(rows.ConvertAll(WebhookView.Of), size, view => Cursor.Encode($"{view.Id}")).WithLink(http));
    }

    /// <summary>GET /api/v1/webhooks/{id}: 200 with the webhook and its ETag. 404 webhook_not_found.</summary>
    public static async Task<Ok<WebhookView>> GetAsync(Guid id, HttpContext http, OwnWebhooks own, CancellationToken cancellationToken)
    {
        var webhook = await own.GetAsync(id, cancellationToken);
        ETag.Set(http, webhook.Version);
        return TypedResults.Ok(WebhookView.Of(webhook));
    }
}
