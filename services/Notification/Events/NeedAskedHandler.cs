using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>AUC hears that a hromada asks it something.</summary>
internal sealed class NeedAskedHandler(Outgoing outgoing) : IHandler<NeedAsked>
{
    public Task HandleAsync(NeedAsked message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts { NeedId = message.NeedId, Version = message.Version, HromadaId = message.MunicipalityId };
        var notice = new Notice(NoticeKind.NeedAsked, Subject.Need(message.NeedId), facts, context.OccurredAt);
        outgoing.PutInInbox(notice, StaffRole.AucCoordinator);
        outgoing.MailStaff(notice, [StaffRole.AucCoordinator]);
        return Task.CompletedTask;
    }
}
