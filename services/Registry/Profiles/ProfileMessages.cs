using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.CommunityOrganisations;
using Kommunebro.Registry.Texts;
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
            Version = profile.Version,
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
        Version = organisation.Version,
    };

    /// <summary>The request that says what a message does.</summary>
    /// <exception cref="Refusal">invalid_date, missing_field (of displaced persons).</exception>
    public static ProfileRequest ToRequest(this V1.Profile message)
    {
        var rules = new Rules();
        var request = new ProfileRequest(
            Texts(message.Texts),
            [.. message.Geography],
            [.. message.WorkingLanguages],
            message.HasAdministrativeCapacity ? message.AdministrativeCapacity : null,
            StaffMessages.Given(message.Association),
            StaffMessages.Given(message.Head),
            Displaced(rules, message));
        rules.Enforce();
        return request;
    }

    /// <summary>The request that says what a message does.</summary>
    /// <exception cref="Refusal">unknown_value (modes).</exception>
    public static CommunityOrganisationRequest ToRequest(this V1.CommunityOrganisation message)
    {
        var rules = new Rules();
        var request = new CommunityOrganisationRequest(
            message.Name,
            StaffMessages.Given(message.Kind),
            [.. message.AreaCodes],
            [.. message.Modes.Select((mode, at) => rules.RequiredChoice<Mode>(mode, $"modes[{at}]"))],
            StaffMessages.Given(message.OrganisationNumber),
            Texts(message.Texts),
            StaffMessages.Given(message.Website));
        rules.Enforce();
        return request;
    }

    private static LocalizedInput? Texts(V1.LocalizedText? texts) => texts is null ? null : new LocalizedInput(texts.Nb, texts.Uk, texts.En);

    /// <summary>Number, day and source go together.</summary>
    private static DisplacedPersonsInput? Displaced(Rules rules, V1.Profile message)
    {
        if (message is { HasDisplacedPersons: false, DisplacedPersonsOn: "", DisplacedPersonsSource: "" })
            return null;
        rules.Required(message.HasDisplacedPersons, "displacedPersons.count")
            .Required(message.DisplacedPersonsOn.Length > 0, "displacedPersons.on")
            .Required(message.DisplacedPersonsSource.Length > 0, "displacedPersons.source");
        return new DisplacedPersonsInput(message.DisplacedPersons, rules.Day(message.DisplacedPersonsOn, "displacedPersons.on") ?? default, message.DisplacedPersonsSource);
    }
}
