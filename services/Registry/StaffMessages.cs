using System.Globalization;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Offers;
using Kommunebro.Registry.Profiles;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Registry.V1;
using Contact = Kommunebro.Registry.Contacts.Contact;
using ExpressionOfInterest = Kommunebro.Registry.ExpressionsOfInterest.ExpressionOfInterest;

namespace Kommunebro.Registry;

/// <summary>What staff's pages ask and are told, as protobuf says it: there, empty means not given.</summary>
internal static class StaffMessages
{
    /// <summary>The text, or null when it was not given.</summary>
    public static string? Given(string text) => text.Length == 0 ? null : text;

    public static MunicipalityBrowse ToBrowse(this FindMunicipalitiesRequest request) => new(
        Given(request.Query), Given(request.Country), Given(request.RegionCode), Given(request.Category), request.WithOffer,
        Given(request.Sort), request.Page, request.PageSize, Given(request.Helped));

    public static MunicipalityRow ToRow(BrowsedMunicipality row) =>
        new() { Municipality = MunicipalityMask.ShowToStaff(row.Municipality), HasOffer = row.HasOffer };

    public static MunicipalityDetail ToDetail(this DescribedMunicipality described) => new()
    {
        Municipality = MunicipalityMask.ShowToStaff(described.Municipality),
        Offer = described.Offer is { } stands ? ToMessage(stands) : null,
        ReservedPersonDays = described.Committed?.ReservedPersonDays ?? 0,
        InUsePersonDays = described.Committed?.InUsePersonDays ?? 0,
        Partnerships = described.Committed?.Partnerships ?? 0,
        Overcommitted = described.Offer is { } offer && described.Committed?.Exceeds(offer) == true,
        Interests = { described.Interests.Select(ToMessage) },
        Contacts = { (described.Contacts ?? []).Select(ToMessage) },
        ContactsMasked = described.Contacts is null,
        Initiatives = { described.Initiatives.Select(initiative => ToMessage(initiative, described.Municipality.Code)) },
        Profile = described.Profile is { } profile ? ProfileMessages.ToMessage(profile) : null,
        CommunityOrganisations = { described.Community.Select(ProfileMessages.ToMessage) },
    };

    /// <summary>Without whom it would like to work with, or not: that is told with the offer itself, to those who may know.</summary>
    private static V1.Offer ToMessage(Offers.Offer offer)
    {
        var message = offer.ToMessage().ToSnapshot();
        message.Wishes.Clear();
        message.Vetoes.Clear();
        return message;
    }

    public static Contracts.Registry.V1.Contact ToMessage(Contact contact) => new()
    {
        ContactId = contact.Id.ToString(),
        Role = contact.Role ?? "",
        Name = contact.Name,
        Email = contact.Email,
        Language = contact.Language,
        Consented = contact.ConsentedAt is not null,
    };

    private static V1.Initiative ToMessage(InitiativeView initiative, string code)
    {
        var other = initiative.Hromada!.Code == code ? initiative.Partner! : initiative.Hromada;
        return new V1.Initiative
        {
            InitiativeId = initiative.Id.ToString(),
            OtherCode = other.Code ?? "",
            OtherName = other.Name,
            OtherCountry = other.Country,
            Kind = EnumName.Of(initiative.Kind),
            Programme = EnumName.Of(initiative.Programme),
            Status = EnumName.Of(initiative.Status),
            Since = Day(initiative.Since),
            Until = Day(initiative.Until),
            SourceName = initiative.Source!.Name ?? "",
            SourceAddress = initiative.Source.Address ?? "",
            SourceDate = Day(initiative.Source.Date),
        };
    }

    /// <summary>The day, empty when there is none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static Interest ToMessage(ExpressionOfInterest expression) => new()
    {
        Id = expression.Id.ToString(),
        Text = expression.Text,
        ReceivedAt = Moment(expression.ReceivedAt),
        Status = EnumName.Of(expression.Status),
    };

    public static V1.LocalizedText ToMessage(Contracts.LocalizedText text) => new() { Nb = text.Nb ?? "", Uk = text.Uk ?? "", En = text.En ?? "" };

    public static string Moment(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);
}
