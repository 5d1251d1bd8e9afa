using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Webhooks;

/// <summary>The webhooks of the caller's organisation. Another organisation's do not exist for it.</summary>
internal sealed class OwnWebhooks(NotificationDb db, Caller caller)
{
    /// <summary>The caller's organisation.</summary>
    /// <exception cref="Refusal">Forbidden partners_only.</exception>
    public Guid OrganisationId => caller.OrganisationId
        ?? throw new Refusal(RefusalKind.Forbidden, "partners_only", "Webhooks belong to partner organisations.");

    /// <summary>All of them.</summary>
    public IQueryable<Webhook> Query()
    {
        var organisation = OrganisationId;
        return db.Webhooks.Where(webhook => webhook.OrganisationId == organisation);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="Refusal">Not found webhook_not_found.</exception>
    public async Task<Webhook> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await Query().SingleOrDefaultAsync(webhook => webhook.Id == id, cancellationToken)
        ?? throw Refusal.NotFound("webhook_not_found", "There is no such webhook.");

    /// <summary>The webhook's state as it stands in the audit, without its secrets.</summary>
    public static object StateOf(Webhook webhook) => new
    {
        webhook.Version,
        webhook.OrganisationId,
        webhook.Url,
        webhook.Events,
        webhook.Description,
        webhook.Status,
        webhook.PausedBecause,
        webhook.PreviousSecretUntil,
    };
}
