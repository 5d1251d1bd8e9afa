using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.Notification.Data;

namespace Kommunebro.Notification.Directory;

/// <summary>Keeps the copy of registry's municipalities; an older version changes nothing.</summary>
public sealed class MunicipalityChangedHandler(NotificationDb db) : IHandler<MunicipalityChanged>
{
    public async Task HandleAsync(MunicipalityChanged message, MessageContext context, CancellationToken cancellationToken)
    {
        if (await db.Municipalities.FindAsync([message.MunicipalityId], cancellationToken) is { } known)
            known.Update(message);
        else
            db.Add(new KnownMunicipality(message));
    }
}
