using Grpc.Core;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Registry's face for what municipalities say of themselves and of their communities.</summary>
public sealed class ProfilesBackend(Heard heard) : RegistryProfiles.RegistryProfilesBase
{
    public override Task<Profile> WriteProfile(WriteProfileRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        var kept = request.MunicipalityCode == "3301" ? ProfileSamples.Norwegian : ProfileSamples.OfHromada;
        return request.Version == kept.Version ? Task.FromResult(request.Profile) : throw Refusals.VersionMismatch();
    }

    public override Task<CommunityOrganisation> KeepCommunityOrganisation(KeepCommunityOrganisationRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return request.Organisation.CommunityOrganisationId.Length == 0 || request.Version == ProfileSamples.Band.Version
            ? Task.FromResult(ProfileSamples.Band)
            : throw Refusals.VersionMismatch();
    }

    public override Task<RemoveCommunityOrganisationReply> RemoveCommunityOrganisation(RemoveCommunityOrganisationRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return request.Version == ProfileSamples.Band.Version ? Task.FromResult(new RemoveCommunityOrganisationReply()) : throw Refusals.VersionMismatch();
    }
}
