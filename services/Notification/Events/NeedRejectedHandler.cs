using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Events;

/// <summary>The hromada hears that AUC turned its need down.</summary>
internal sealed class NeedRejectedHandler(Outgoing outgoing) : IHandler<NeedRejected>
{
    public Task HandleAsync(NeedRejected message, MessageContext context, CancellationToken cancellationToken)
    {
        var facts = new Facts { NeedId = message.NeedId, Version = message.Version, HromadaId = message.MunicipalityId };
        var notice = new Notice(NoticeKind.NeedRejected, Subject.Need(message.NeedId), facts, context.OccurredAt);
        outgoing.MailMunicipality(notice, message.MunicipalityId);
        outgoing.CallWebhooks(notice, message.MunicipalityId);
        return Task.CompletedTask;
    }
}
