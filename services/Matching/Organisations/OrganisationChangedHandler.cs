using Kommunebro.Contracts.Identity;
using Kommunebro.Matching.Data;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Organisations;

/// <summary>Keeps for whom each partner organisation acts; an older version changes nothing, and a closed one acts for nobody.</summary>
public sealed class OrganisationChangedHandler(MatchingDb db) : IHandler<OrganisationChanged>
{
    public Task HandleAsync(OrganisationChanged message, MessageContext context, CancellationToken cancellationToken) => db.NoteTenantAsync(
        message.OrganisationId, message.Version, message.Active ? message.MunicipalityCodes : [], cancellationToken);
}
