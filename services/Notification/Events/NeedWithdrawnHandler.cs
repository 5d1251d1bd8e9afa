using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>AUC, the hromada and its partner's system hear that a need is matched no more, and why.</summary>
internal sealed class NeedWithdrawnHandler(Outgoing outgoing) : IHandler<NeedWithdrawn>
{
    public Task HandleAsync(NeedWithdrawn message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts { NeedId = message.NeedId, Version = message.Version, HromadaId = message.MunicipalityId, Ended = message.Reason };
        var notice = new Notice(NoticeKind.NeedWithdrawn, Subject.Need(message.NeedId), facts, context.OccurredAt);
        outgoing.PutInInbox(notice, StaffRole.AucCoordinator);
        if (message.MunicipalityId is { } hromada)
        {
            outgoing.MailMunicipality(notice, hromada);
            outgoing.CallWebhooks(notice, hromada);
        }

        return Task.CompletedTask;
    }
}
