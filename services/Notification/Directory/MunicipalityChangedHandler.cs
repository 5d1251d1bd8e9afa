using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.Notification.Data;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Directory;

/// <summary>Keeps the copy of registry's municipalities, and tells every partner's feed; an older version changes nothing of the copy.</summary>
internal sealed class MunicipalityChangedHandler(NotificationDb db, Outgoing outgoing) : IHandler<MunicipalityChanged>
{
    public async Task HandleAsync(MunicipalityChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        outgoing.PutInEveryFeed(
            new Notice(NoticeKind.MunicipalityChanged, Subject.Municipality(message.MunicipalityId), new Facts { Version = message.Version }, context.OccurredAt),
            message.MunicipalityId);
        if (await db.Municipalities.FindAsync([message.MunicipalityId], cancellationToken) is { } known)
            known.Update(message);
        else
            db.Add(new KnownMunicipality(message));
    }
}
