using Kommunebro.Identity.Data;
using Kommunebro.Messaging.Outbox;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Identity.Organisations;

/// <summary>Registers a partner organisation: by the REST face, or by the local mode.</summary>
public sealed class CreateOrganisation(IdentityDb db, TimeProvider clock)
{
    /// <summary>Registers it and tells the other services.</summary>
    /// <exception cref="Refusal">Invalid, with all violations.</exception>
    public async Task<OrganisationView> RunAsync(OrganisationRequest request, CancellationToken cancellationToken)
    {
        var (name, number, municipalities) = OrganisationRules.Check(request);
        var organisation = Organisation.Register(name, number, municipalities, clock.Now());
        db.Add(organisation);
        var message = organisation.ToMessage();
        db.Enqueue(message);
        db.Audit("organisation.create", "organisation", $"{organisation.Id}", before: null, message);
        await db.SaveChangesAsync(cancellationToken);
        return OrganisationView.Of(organisation);
    }

    /// <summary>POST /api/v1/organisations: 201 with the organisation and its ETag. 400 with everything that is wrong.</summary>
    internal static async Task<Created<OrganisationView>> HandleAsync(
        OrganisationRequest request, HttpContext http, CreateOrganisation create, CancellationToken cancellationToken)
    {
        var organisation = await create.RunAsync(request, cancellationToken);
        ETag.Set(http, organisation.Version);
        return TypedResults.Created($"/api/v1/organisations/{organisation.Id}", organisation);
    }
}
