using Kommunebro.Contracts;
using Kommunebro.Notification.Data;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Notices;
using Kommunebro.Notification.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Sending;

/// <summary>
/// Stores what came of an attempt, and what follows for people and webhooks, in one transaction. Only the latest attempt counts:
/// a sender that lost its lease is not listened to.
/// </summary>
internal sealed class Settlement(NotificationDb db, Outgoing outgoing, RetrySchedule schedule, TimeProvider clock)
{
    private static readonly string[] Coordinators = [StaffRole.KsCoordinator, StaffRole.AucCoordinator];

    /// <summary>Stores <paramref name="outcome"/> of the attempt <paramref name="taken"/>.</summary>
    public async Task StoreAsync(Delivery taken, Outcome outcome, TimeSpan webhookPatience, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select 1 from deliveries where id = {taken.Id} for update", cancellationToken);
        var delivery = await db.Deliveries.SingleOrDefaultAsync(one => one.Id == taken.Id, cancellationToken);
        if (delivery is not { Status: DeliveryStatus.Waiting } || delivery.Attempts != taken.Attempts)
            return;
        Apply(delivery, outcome);
        if (delivery.Recipient.WebhookId is { } webhook)
            await TellWebhookAsync(webhook, delivery, outcome, webhookPatience, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Apply(Delivery delivery, Outcome outcome)
    {
        var now = clock.GetUtcNow();
        switch (outcome.Kind)
        {
            case OutcomeKind.Delivered:
                delivery.Succeed(now);
                break;
            case OutcomeKind.Split:
                db.AddRange(outcome.Parts!);
                db.Remove(delivery);
                break;
            case OutcomeKind.Later or OutcomeKind.Gone when schedule.NextAttempt(delivery, now) is { } next:
                delivery.TryAgain(outcome.Error!, next);
                break;
            case OutcomeKind.Settled:
                delivery.Fail(outcome.Error!);
                break;
            default:
                delivery.Fail(outcome.Error!);
                TellCoordinators(delivery, outcome, now);
                break;
        }
    }

    /// <summary>
    /// A partner's own webhook is the partner's to watch; people of a municipality must hear in another way. Its contacts are the
    /// coordinators' to put right, and whose need it is, is not for administrators to know.
    /// </summary>
    private void TellCoordinators(Delivery delivery, Outcome outcome, DateTimeOffset now)
    {
        // A role that nobody holds has its inbox.
        if (delivery.Channel == Channel.Webhook || (delivery.Recipient.IsStaff && outcome.Kind == OutcomeKind.NobodyThere))
            return;
        var kind = outcome.Kind == OutcomeKind.NobodyThere ? NoticeKind.NoContact : NoticeKind.DeliveryFailed;
        var facts = delivery.Facts with { UnreachedId = delivery.Recipient.MunicipalityId, Error = outcome.Error };
        IReadOnlyList<string> roles = delivery.Recipient.IsStaff ? [.. Coordinators, StaffRole.Administrator] : Coordinators;
        outgoing.PutInInbox(new Notice(kind, new Subject(delivery.SubjectType, delivery.SubjectId), facts, now), roles);
    }

    private async Task TellWebhookAsync(
        Guid id, Delivery delivery, Outcome outcome, TimeSpan patience, CancellationToken cancellationToken)
    {
        var webhook = (await db.Webhooks.FromSql($"select * from webhooks where id = {id} for update").ToListAsync(cancellationToken))
            .SingleOrDefault();
        var now = clock.GetUtcNow();
        if (outcome.Kind == OutcomeKind.Delivered)
            webhook?.Answered();
        else if (webhook is not null && (outcome.Kind == OutcomeKind.Gone ? webhook.IsGone(now) : webhook.Failed(now, patience)))
        {
            // Its last attempt is not held against a delivery that a paused webhook keeps waiting.
            delivery.Hold(now);
            var facts = new Facts { Host = new Uri(webhook.Url).Host, Error = outcome.Error };
            outgoing.PutInInbox(
                new Notice(NoticeKind.WebhookPaused, Subject.Webhook(id), facts, now), [.. Coordinators, StaffRole.Administrator]);
        }
    }
}
