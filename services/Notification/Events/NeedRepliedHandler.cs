using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>The hromada hears that AUC has written to it.</summary>
internal sealed class NeedRepliedHandler(Outgoing outgoing) : IHandler<NeedReplied>
{
    public Task HandleAsync(NeedReplied message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts { NeedId = message.NeedId, Version = message.Version, HromadaId = message.MunicipalityId };
        var notice = new Notice(NoticeKind.NeedReplied, Subject.Need(message.NeedId), facts, context.OccurredAt);
        outgoing.MailMunicipality(notice, message.MunicipalityId);
        outgoing.CallWebhooks(notice, message.MunicipalityId);
        return Task.CompletedTask;
    }
}
