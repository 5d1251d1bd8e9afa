using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Municipalities;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Community;

/// <summary>A community organisation that the reader wants to write, and the municipality of whose community it is.</summary>
/// <param name="Municipality">Of the reader's own side.</param>
/// <param name="Organisation">As it is kept; without an id it is a new one.</param>
public sealed record CommunityMember(Municipality Municipality, CommunityOrganisation Organisation);

/// <summary>Finds community organisations of the reader's own side.</summary>
public sealed class OwnCommunity(OwnMunicipality municipalities)
{
    /// <summary>The one with <paramref name="id"/>, a new one for null; own_side_only, municipality_not_found, community_organisation_not_found.</summary>
    public async Task<Reply<CommunityMember>> GetAsync(string code, string? id)
    {
        var reply = await municipalities.GetAsync(code);
        if (reply.Value is not { } detail)
            return new Reply<CommunityMember>(null, reply.Refused);
        var organisation = id is null ? new CommunityOrganisation() : detail.CommunityOrganisations.FirstOrDefault(one => one.CommunityOrganisationId == id);
        return organisation is null
            ? new Reply<CommunityMember>(null, new Refused(RefusedKind.NotFound, "community_organisation_not_found", "", []))
            : new Reply<CommunityMember>(new CommunityMember(detail.Municipality, organisation), null);
    }
}
