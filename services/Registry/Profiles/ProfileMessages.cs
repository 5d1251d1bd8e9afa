using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.ServiceDefaults;
using CommunityOrganisation = Kommunebro.Registry.CommunityOrganisations.CommunityOrganisation;
using V1 = Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Registry.Profiles;

/// <summary>What a municipality says of itself and of its community, as protobuf says it: there, empty means not said.</summary>
internal static class ProfileMessages
{
    public static V1.Profile ToMessage(ProfileView profile)
    {
        var message = new V1.Profile
        {
            Texts = (profile.Texts ?? new LocalizedText(null, null, null)).ToSnapshot(),
            Geography = { profile.Geography.Select(EnumName.Of) },
            WorkingLanguages = { profile.WorkingLanguages },
            Association = profile.Association is { } association ? EnumName.Of(association) : "",
            Head = profile.Head is { } head ? EnumName.Of(head) : "",
            DisplacedPersonsOn = StaffMessages.Day(profile.DisplacedPersons?.On),
            DisplacedPersonsSource = profile.DisplacedPersons?.Source ?? "",
            Website = profile.Website?.Value ?? "",
            AdministrativeCentre = profile.AdministrativeCentre?.Value ?? "",
        };
        if (profile.AdministrativeCapacity is { } capacity)
            message.AdministrativeCapacity = capacity;
        if (profile.DisplacedPersons is { } displaced)
            message.DisplacedPersons = displaced.Count;
        return message;
    }

    public static V1.CommunityOrganisation ToMessage(CommunityOrganisation organisation) => new()
    {
        CommunityOrganisationId = organisation.Id.ToString(),
        Name = organisation.Facts.Name,
        Kind = EnumName.Of(organisation.Facts.Kind),
        OrganisationNumber = organisation.Facts.OrganisationNumber ?? "",
        AreaCodes = { organisation.Areas },
        Modes = { organisation.Modes.Select(EnumName.Of) },
        Texts = organisation.Facts.Texts.ToSnapshot(),
        Website = organisation.Facts.Website ?? "",
    };
}
