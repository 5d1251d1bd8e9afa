using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>AUC hears that a need waits for it; the partner's system that it has arrived.</summary>
internal sealed class NeedSubmittedHandler(Outgoing outgoing) : IHandler<NeedSubmitted>
{
    public Task HandleAsync(NeedSubmitted message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts { NeedId = message.NeedId, Version = message.Version, HromadaId = message.MunicipalityId };
        var notice = new Notice(NoticeKind.NeedSubmitted, Subject.Need(message.NeedId), facts, context.OccurredAt);
        outgoing.PutInInbox(notice, StaffRole.AucCoordinator);
        outgoing.MailStaff(notice, [StaffRole.AucCoordinator]);
        outgoing.CallWebhooks(notice, message.MunicipalityId);
        return Task.CompletedTask;
    }
}
