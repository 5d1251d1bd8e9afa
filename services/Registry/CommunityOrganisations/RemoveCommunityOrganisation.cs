using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>Takes a community organisation out of the register; the audit keeps what it said.</summary>
internal sealed class RemoveCommunityOrganisation(RegistryDb db, CommunityOrganisationChange change)
{
    /// <summary>Removes the one with <paramref name="id"/>.</summary>
    /// <exception cref="Refusal">community_organisation_not_found, a version.</exception>
    public async Task RunAsync(Guid id, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var (organisation, _) = await change.FindAsync(id, cancellationToken);
        requireVersion(organisation.Version);
        db.Remove(organisation);
        await change.SaveAsync("community_organisation.remove", id, CommunityOrganisationChange.Audited(organisation), null, cancellationToken);
    }
}
