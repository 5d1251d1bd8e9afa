using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>The hromada hears that its need is verified and will be matched.</summary>
internal sealed class NeedVerifiedHandler(Outgoing outgoing) : IHandler<NeedVerified>
{
    public Task HandleAsync(NeedVerified message, MessageContext context, CancellationToken cancellationToken)
    {
        if (message.Again)
            return Task.CompletedTask;
        var facts = new Facts { NeedId = message.NeedId, Version = message.Version, HromadaId = message.MunicipalityId };
        var notice = new Notice(NoticeKind.NeedVerified, Subject.Need(message.NeedId), facts, context.OccurredAt);
        outgoing.MailMunicipality(notice, message.MunicipalityId);
        outgoing.CallWebhooks(notice, message.MunicipalityId);
        return Task.CompletedTask;
    }
}
