using Kommunebro.Contracts.Identity;
using Kommunebro.Messaging;
using Kommunebro.Notification.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Directory;

/// <summary>Keeps the copy of who acts for which municipality: that is whose webhooks hear of it.</summary>
public sealed class OrganisationChangedHandler(NotificationDb db) : IHandler<OrganisationChanged>
{
    public Task HandleAsync(OrganisationChanged message, MessageContext context, CancellationToken cancellationToken) =>
        db.NoteTenantAsync(
            message.OrganisationId, message.Version, message.Active ? message.MunicipalityCodes : [], cancellationToken);
}
