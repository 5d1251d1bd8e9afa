using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Mail;
using Kommunebro.Notification.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Sending;

/// <summary>
/// Finds out who is in a group now, and makes a delivery for each. So each is sent to once, whatever happens at the others.
/// </summary>
internal sealed class Groups(NotificationDb db, People people, TimeProvider clock)
{
    /// <summary>The parts of an e-mail to a group.</summary>
    /// <exception cref="global::Grpc.Core.RpcException">Registry or identity does not answer.</exception>
    public async Task<Outcome> SplitMailAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var found = await people.InGroupAsync(delivery.Recipient, cancellationToken);
        return found.Count == 0
            ? new Outcome(OutcomeKind.NobodyThere, delivery.Recipient.IsStaff ? "no_staff" : "no_contact")
            : Outcome.Split([.. found.Select(person => delivery.PartFor(One(delivery.Recipient, person), clock.GetUtcNow()))]);
    }

    /// <summary>The calls of the webhooks of those who act for a municipality; none when nobody listens.</summary>
    public async Task<Outcome> SplitCallsAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var municipality = await db.Municipalities.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == delivery.Recipient.MunicipalityId, cancellationToken);
        // Registry's event is on its way; until then nobody knows who acts for it.
        if (municipality is null)
            return Outcome.Later("unknown_municipality");
        var body = WebhookBody.Of(delivery, municipality.Code);
        var name = WebhookEvents.NameOf(delivery.Kind);
        var webhooks = await db.Webhooks.AsNoTracking()
            .Where(webhook => webhook.Events.Contains(name)
                && db.Tenants.Any(tenant => tenant.OrganisationId == webhook.OrganisationId && tenant.Codes.Contains(municipality.Code)))
            .Select(webhook => new Recipient { OrganisationId = webhook.OrganisationId, WebhookId = webhook.Id })
            .ToListAsync(cancellationToken);
        return Outcome.Split([.. webhooks.Select(one => delivery.PartFor(one, clock.GetUtcNow(), body))]);
    }

    private static Recipient One(Recipient group, Person person) =>
        group.IsStaff ? group with { AccountId = person.Id } : group with { ContactId = person.Id };
}
