using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>Takes down a community organisation of a municipality.</summary>
internal sealed class AddCommunityOrganisation(RegistryDb db, CommunityOrganisationChange change, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>Adds it to the municipality with <paramref name="code"/>.</summary>
    /// <param name="code">Official code of the municipality.</param>
    /// <param name="request">All that is said of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="id">The id that the writer chose, which no community organisation may have; one is made when not given.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="Refusal">municipality_not_found, also for one for which the caller does not act; own_side_only; fields; community_organisation_exists.</exception>
    public async Task<Guid> RunAsync(string code, CommunityOrganisationRequest request, CancellationToken cancellationToken, Guid? id = null)
    {
        var municipality = await db.ActedForAsync(code, acting, cancellationToken)
            ?? throw Refusal.NotFound("municipality_not_found", "No municipality has this code.");
        caller.RequireSide(municipality.Country);
        var facts = await change.TakeAsync(request, municipality.Country, cancellationToken);
        var organisation = new CommunityOrganisation(municipality.Id, facts, request.ToHelp(), clock.Now(), id);
        db.Add(organisation);
        await change.SaveAsync("community_organisation.add", organisation.Id, null, CommunityOrganisationChange.Audited(organisation), cancellationToken);
        return organisation.Id;
    }
}
