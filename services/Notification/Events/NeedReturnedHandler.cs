using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>The hromada hears that AUC asks something.</summary>
internal sealed class NeedReturnedHandler(Outgoing outgoing) : IHandler<NeedReturned>
{
    public Task HandleAsync(NeedReturned message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts { NeedId = message.NeedId, Version = message.Version, HromadaId = message.MunicipalityId };
        var notice = new Notice(NoticeKind.NeedReturned, Subject.Need(message.NeedId), facts, context.OccurredAt);
        outgoing.MailMunicipality(notice, message.MunicipalityId);
        outgoing.CallWebhooks(notice, message.MunicipalityId);
        return Task.CompletedTask;
    }
}
