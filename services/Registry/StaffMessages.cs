using System.Globalization;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Municipalities;
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
        Given(request.Sort), request.Page, request.PageSize);

    public static MunicipalityRow ToRow(BrowsedMunicipality row) =>
        new() { Municipality = MunicipalityMask.ShowToStaff(row.Municipality), HasOffer = row.HasOffer };

    public static MunicipalityDetail ToDetail(this DescribedMunicipality described) => new()
    {
        Municipality = MunicipalityMask.ShowToStaff(described.Municipality),
        Offer = described.Offer?.ToMessage().ToSnapshot(),
        ReservedPersonDays = described.Committed?.ReservedPersonDays ?? 0,
        InUsePersonDays = described.Committed?.InUsePersonDays ?? 0,
        Partnerships = described.Committed?.Partnerships ?? 0,
        Overcommitted = described.Offer is { } offer && described.Committed?.Exceeds(offer) == true,
        Interests = { described.Interests.Select(ToMessage) },
        Contacts = { (described.Contacts ?? []).Select(ToMessage) },
        ContactsMasked = described.Contacts is null,
    };

    public static Contracts.Registry.V1.Contact ToMessage(Contact contact) => new()
    {
        ContactId = contact.Id.ToString(),
        Role = contact.Role ?? "",
        Name = contact.Name,
        Email = contact.Email,
        Language = contact.Language,
        Consented = contact.ConsentedAt is not null,
    };

    private static Interest ToMessage(ExpressionOfInterest expression) => new()
    {
        Id = expression.Id.ToString(),
        Text = expression.Text,
        ReceivedAt = expression.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
    };
}
