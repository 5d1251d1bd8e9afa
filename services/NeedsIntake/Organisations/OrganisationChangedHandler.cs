using Kommunebro.Contracts.Identity;
using Kommunebro.Messaging;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Organisations;

/// <summary>Keeps for whom each partner organisation acts; an older version changes nothing, and a closed one acts for nobody.</summary>
public sealed class OrganisationChangedHandler(NeedsIntakeDb db) : IHandler<OrganisationChanged>
{
    public Task HandleAsync(OrganisationChanged message, MessageContext context, CancellationToken cancellationToken) => db.NoteTenantAsync(
        message.OrganisationId, message.Version, message.Active ? message.MunicipalityCodes : [], cancellationToken);
}
