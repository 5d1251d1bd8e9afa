using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.CommunityOrganisations;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Message = Kommunebro.Contracts.Registry.V1.CommunityOrganisation;

namespace Kommunebro.Registry.Profiles;

/// <summary>gRPC: staff write what municipalities say of themselves and of their communities, by the same use cases as REST's.</summary>
internal sealed class ProfilesGrpc(
    RegistryDb db, WriteProfile write, GetProfile get, AddCommunityOrganisation add, ReviseCommunityOrganisation revise, RemoveCommunityOrganisation remove)
    : RegistryProfiles.RegistryProfilesBase
{
    /// <summary>municipality_not_found; own_side_only; version_mismatch; fields.</summary>
    [Authorize(AccessPolicies.ProfilesWrite)]
    public override async Task<Profile> WriteProfile(WriteProfileRequest request, ServerCallContext context)
    {
        var (said, token) = ((request.Profile ?? new Profile()).ToRequest(), context.CancellationToken);
        await write.RunAsync(request.MunicipalityCode, said, current => IfMatch.Require(request.Version, current), token);
        return ProfileMessages.ToMessage(await get.RunAsync(request.MunicipalityCode, ReaderLanguage.Of(null, context.GetHttpContext()), token));
    }

    /// <summary>Fields; own_side_only; community_organisation_exists; of a new one municipality_not_found, of one that there is community_organisation_not_found, version_mismatch.</summary>
    [Authorize(AccessPolicies.ProfilesWrite)]
    public override async Task<Message> KeepCommunityOrganisation(KeepCommunityOrganisationRequest request, ServerCallContext context)
    {
        var (organisation, token) = (request.Organisation ?? new Message(), context.CancellationToken);
        var said = organisation.ToRequest();
        var id = organisation.CommunityOrganisationId.Length == 0
            ? await AddAsync(request, said, token)
            : await ReviseAsync(IdOf(organisation.CommunityOrganisationId), said, request.Version, token);
        return ProfileMessages.ToMessage(await db.CommunityOrganisations.AsNoTracking().SingleAsync(kept => kept.Id == id, token));
    }

    /// <summary>community_organisation_not_found; own_side_only; version_mismatch.</summary>
    [Authorize(AccessPolicies.ProfilesWrite)]
    public override async Task<RemoveCommunityOrganisationReply> RemoveCommunityOrganisation(RemoveCommunityOrganisationRequest request, ServerCallContext context)
    {
        await remove.RunAsync(IdOf(request.CommunityOrganisationId), current => IfMatch.Require(request.Version, current), context.CancellationToken);
        return new RemoveCommunityOrganisationReply();
    }

    /// <summary>A lost answer, a second click and two of them at once make one: said again before anybody else touched it, it is said anew.</summary>
    private async Task<Guid> AddAsync(KeepCommunityOrganisationRequest request, CommunityOrganisationRequest said, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(request.ChosenId, out var id))
            return await add.RunAsync(request.MunicipalityCode, said, cancellationToken);
        try
        {
            if (!await db.CommunityOrganisations.AnyAsync(known => known.Id == id, cancellationToken))
                return await add.RunAsync(request.MunicipalityCode, said, cancellationToken, id);
        }
        catch (DbUpdateException error) when (error.Violates(CommunityOrganisationMapping.Key))
        {
            db.ChangeTracker.Clear();
        }

        return await ReviseAsync(id, said, 1, cancellationToken);
    }

    private async Task<Guid> ReviseAsync(Guid id, CommunityOrganisationRequest said, long seen, CancellationToken cancellationToken)
    {
        await revise.RunAsync(id, said, current => IfMatch.Require(seen, current), cancellationToken);
        return id;
    }

    private static Guid IdOf(string text) => Guid.TryParse(text, out var id) ? id : throw CommunityOrganisationChange.NotFound();
}
