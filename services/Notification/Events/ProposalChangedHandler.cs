using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Messaging;
using Kommunebro.Notification.Data;
using Kommunebro.Notification.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Events;

/// <summary>
/// Whoever a step of a proposal concerns hears of it: the holder of the missing key, the party that is asked, both coordinators of an
/// answer, both parties of two yeses. The hromada hears nothing before it is asked.
/// </summary>
internal sealed class ProposalChangedHandler(NotificationDb db, Outgoing outgoing) : IHandler<ProposalChanged>
{
    private static readonly string[] Coordinators = [StaffRole.KsCoordinator, StaffRole.AucCoordinator];

    public async Task HandleAsync(ProposalChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        var notice = NoticeOf(message, context.OccurredAt);
        switch (message.Event)
        {
            case ProposalEvent.Proposed when message.Key is not null:
            case ProposalEvent.ApprovedByOneKey:
                outgoing.PutInInbox(notice, HolderOfOtherKey(message.Key));
                break;
            case ProposalEvent.ReleasedToSupplier:
                Ask(notice, message.SupplierId);
                break;
            case ProposalEvent.ReleasedToHromada:
                Ask(notice, message.HromadaId);
                break;
            case ProposalEvent.AcceptedBySupplier or ProposalEvent.DeclinedBySupplier:
                TellCoordinators(notice);
                outgoing.CallWebhooks(notice, message.SupplierId);
                break;
            case ProposalEvent.AcceptedByHromada or ProposalEvent.DeclinedByHromada:
                TellCoordinators(notice);
                TellParties(notice, message);
                break;
            case ProposalEvent.Withdrawn:
                await TellAskedAsync(notice, message, cancellationToken);
                break;
        }
    }

    private void Ask(Notice notice, Guid party)
    {
        outgoing.MailMunicipality(notice, party);
        outgoing.CallWebhooks(notice, party);
    }

    private void TellCoordinators(Notice notice)
    {
        outgoing.PutInInbox(notice, Coordinators);
        outgoing.MailStaff(notice, Coordinators);
    }

    /// <summary>Two yeses are told to people; a hromada's no is brought to the supplier by a coordinator, and only its system is told.</summary>
    private void TellParties(Notice notice, ProposalChanged message)
    {
        foreach (var party in new[] { message.SupplierId, message.HromadaId })
        {
            if (message.Event == ProposalEvent.AcceptedByHromada)
                outgoing.MailMunicipality(notice, party);
            outgoing.CallWebhooks(notice, party);
        }
    }

    /// <summary>Who was asked need not answer any more; of a proposal that nobody was asked about nobody hears.</summary>
    private async Task TellAskedAsync(Notice notice, ProposalChanged message, CancellationToken cancellationToken)
    {
        var asked = await db.Deliveries
            .Where(delivery => delivery.SubjectId == message.ProposalId
                && (delivery.Kind == NoticeKind.ProposalReleasedToSupplier || delivery.Kind == NoticeKind.ProposalReleasedToHromada))
            .Select(delivery => delivery.Kind)
            .Distinct()
            .ToListAsync(cancellationToken);
        if (asked.Contains(NoticeKind.ProposalReleasedToSupplier))
            Ask(notice, message.SupplierId);
        if (asked.Contains(NoticeKind.ProposalReleasedToHromada))
            Ask(notice, message.HromadaId);
    }

    private static string[] HolderOfOtherKey(ApprovalKey? turned) => turned switch
    {
        ApprovalKey.Ks => [StaffRole.AucCoordinator],
        ApprovalKey.Auc => [StaffRole.KsCoordinator],
        _ => Coordinators,
    };

    private static Notice NoticeOf(ProposalChanged message, DateTimeOffset at)
    {
        var kind = message.Event == ProposalEvent.Proposed ? NoticeKind.ProposalByHand : $"proposal_{WireName.Of(message.Event)}";
        var facts = new Facts
        {
            ProposalId = message.ProposalId,
            PartnershipId = message.PartnershipId,
            NeedId = message.NeedId,
            HromadaId = message.HromadaId,
            SupplierId = message.SupplierId,
            Version = message.Version,
            Status = message.Status,
            DeclineReason = message.DeclineReason,
            AnswerBy = message.AnswerBy,
            Key = message.Key,
        };
        return new Notice(kind, Subject.Proposal(message.ProposalId), facts, at);
    }
}
