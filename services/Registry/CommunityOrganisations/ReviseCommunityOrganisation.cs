using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>Says all of a community organisation anew.</summary>
internal sealed class ReviseCommunityOrganisation(CommunityOrganisationChange change)
{
    /// <summary>Revises the one with <paramref name="id"/>; the same again changes nothing.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="request">All of it.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it gets.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">community_organisation_not_found, a version, fields, community_organisation_exists.</exception>
    public async Task RunAsync(Guid id, CommunityOrganisationRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var (organisation, municipality) = await change.FindAsync(id, cancellationToken);
        requireVersion(organisation.Version);
        var facts = await change.TakeAsync(request, municipality.Country, cancellationToken);
        var before = CommunityOrganisationChange.Audited(organisation);
        if (organisation.Describe(facts, request.ToHelp()))
            await change.SaveAsync("community_organisation.revise", id, before, CommunityOrganisationChange.Audited(organisation), cancellationToken);
    }
}
