using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>Coordinators hear of each step of a partnership and when to follow up; its parties of a stage, their systems of all but follow-ups.</summary>
internal sealed class PartnershipChangedHandler(Outgoing outgoing) : IHandler<PartnershipChanged>
{
    private static readonly string[] Coordinators = [StaffRole.KsCoordinator, StaffRole.AucCoordinator];

    public Task HandleAsync(PartnershipChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        var notice = NoticeOf(message, context.OccurredAt);
        outgoing.PutInInbox(notice, Coordinators);
        if (message.Event == PartnershipEvent.FollowUpDue)
        {
            outgoing.MailStaff(notice, Coordinators);
            return Task.CompletedTask;
        }

        foreach (var party in new[] { message.SupplierId, message.HromadaId })
        {
            if (message.Event == PartnershipEvent.StageReached)
                outgoing.MailMunicipality(notice, party);
            outgoing.CallWebhooks(notice, party);
        }

        return Task.CompletedTask;
    }

    private static Notice NoticeOf(PartnershipChanged message, DateTimeOffset at)
    {
        var kind = message.Event switch
        {
            PartnershipEvent.Started => NoticeKind.PartnershipStarted,
            PartnershipEvent.Registered => NoticeKind.PartnershipRegistered,
            PartnershipEvent.StageReached => NoticeKind.PartnershipStageReached,
            _ => NoticeKind.FollowUpDue,
        };
        var facts = new Facts
        {
            PartnershipId = message.PartnershipId,
            HromadaId = message.HromadaId,
            SupplierId = message.SupplierId,
            Version = message.Version,
            Stage = message.Stage,
            Exists = message.Exists,
            FollowUpOn = message.FollowUpOn,
        };
        return new Notice(kind, Subject.Partnership(message.PartnershipId), facts, at);
    }
}
