using Kommunebro.Contracts;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Registry.Offers;

/// <summary>Offers as protobuf says them.</summary>
internal static class OfferMessages
{
    public static V1.OfferDetail ToDetail(this OfferOfMunicipality row, TimeProvider clock, Caller caller)
    {
        var offer = row.Offer;
        return new V1.OfferDetail
        {
            OfferId = $"{offer.Id}",
            Version = offer.Version,
            MunicipalityCode = offer.Municipality,
            MunicipalityNames = StaffMessages.ToMessage(row.Municipality.Facts.Names),
            Status = EnumName.Of(offer.Status),
            Content = Content(offer),
            SubmittedAt = StaffMessages.Moment(offer.SubmittedAt),
            ChangedAt = StaffMessages.Moment(offer.ChangedAt),
            LastConfirmedAt = StaffMessages.Moment(offer.LastConfirmedAt),
            ConfirmBy = StaffMessages.Day(offer.ConfirmBy),
            ConfirmationDue = OfferYear.IsDue(offer, clock.GetUtcNow()),
            PauseReason = offer.PauseReason ?? "",
            ReservedPersonDays = offer.Committed.ReservedPersonDays,
            InUsePersonDays = offer.Committed.InUsePersonDays,
            Partnerships = offer.Committed.Partnerships,
            Overcommitted = offer.Overcommitted,
            FullyCommitted = offer.FullyCommitted,
            Steps = { caller.WritesFor(row.Municipality.Country) ? StepsOf(offer.Status) : [] },
        };
    }

    /// <summary>The request that says what a message does.</summary>
    /// <exception cref="Refusal">unknown_value, invalid_date, missing_field (travel).</exception>
    public static OfferRequest ToRequest(this V1.KeepOfferRequest message)
    {
        var (content, rules) = (message.Content ?? new V1.OfferContent(), new Rules());
        var evidence = content.Evidence.ToLookup(one => one.AreaCode);
        var areas = content.Areas.Select((area, at) => new OfferedAreaInput(
            area.AreaCode,
            area.Level,
            Chosen<Mode>(rules, area.Modes, $"areas[{at}].modes"),
            area.HasPersonDays ? area.PersonDays : null,
            StaffMessages.Given(evidence[area.AreaCode].FirstOrDefault()?.Text ?? ""),
            StaffMessages.Given(evidence[area.AreaCode].FirstOrDefault()?.Address ?? ""))).ToList();
        var request = new OfferRequest(
            message.MunicipalityCode,
            areas,
            Chosen<Term>(rules, content.Terms, "terms"),
            [.. content.Languages],
            content.MaxPartnerships,
            rules.RequiredChoice<Travel>(StaffMessages.Given(content.Travel), "travel"),
            content.HasPersonDays ? content.PersonDays : null,
            rules.Choice<Band>(content.HasCapacityBand ? content.CapacityBand : null, "capacityBand"),
            content.Text is { } text ? new LocalizedInput(text.Nb, text.Uk, text.En) : null,
            content.Illustrative,
            Guid.TryParse(content.ExpressionOfInterestId, out var interest) ? interest : null,
            message.Draft,
            rules.Day(content.AvailableFrom, "availableFrom"),
            rules.Day(content.AvailableTo, "availableTo"),
            [.. content.Wishes],
            [.. content.Vetoes],
            [.. content.Learns],
            rules.Choice<PoliticalAnchoring>(StaffMessages.Given(content.Anchoring), "anchoring") ?? PoliticalAnchoring.None,
            rules.Day(content.AnchoredOn, "anchoredOn"));
        rules.Check(
            content.ExpressionOfInterestId.Length == 0 || interest != Guid.Empty,
            "expressionOfInterestId", "unknown_expression_of_interest", "No expression of interest has this id.").Enforce();
        return request;
    }

    private static V1.OfferContent Content(OfferView offer)
    {
        var content = new V1.OfferContent
        {
            Areas = { offer.Areas.Select(Area) },
            Terms = { offer.Terms.Select(EnumName.Of) },
            Languages = { offer.Languages },
            MaxPartnerships = offer.MaxPartnerships ?? 0,
            Travel = offer.Travel is { } travel ? EnumName.Of(travel) : "",
            Text = StaffMessages.ToMessage(offer.Text ?? new LocalizedText(null, null, null)),
            Illustrative = offer.Illustrative,
            ExpressionOfInterestId = $"{offer.ExpressionOfInterestId}",
            Evidence = { offer.Areas.Where(area => area is not { Evidence: null, EvidenceAddress: null }).Select(Evidence) },
            AvailableFrom = StaffMessages.Day(offer.AvailableFrom),
            AvailableTo = StaffMessages.Day(offer.AvailableTo),
            Wishes = { offer.Wishes },
            Vetoes = { offer.Vetoes },
            Learns = { offer.Learns },
            Anchoring = EnumName.Of(offer.Anchoring),
            AnchoredOn = StaffMessages.Day(offer.AnchoredOn),
        };
        if (offer.PersonDays is { } days) content.PersonDays = days;
        if (offer.CapacityBand is { } band) content.CapacityBand = EnumName.Of(band);
        return content;
    }

    private static V1.OfferedArea Area(OfferedAreaInput area)
    {
        var message = new V1.OfferedArea { AreaCode = area.Area, Level = area.Level, Modes = { area.Modes.Select(EnumName.Of) } };
        if (area.PersonDays is { } days) message.PersonDays = days;
        return message;
    }

    private static V1.AreaEvidence Evidence(OfferedAreaInput area) =>
        new() { AreaCode = area.Area, Text = area.Evidence ?? "", Address = area.EvidenceAddress ?? "" };

    private static string[] StepsOf(OfferStatus status) => status switch
    {
        OfferStatus.Draft => ["revise", "hand_in", "withdraw"],
        OfferStatus.Available => ["revise", "confirm", "pause", "withdraw"],
        OfferStatus.Paused => ["revise", "confirm", "resume", "withdraw"],
        OfferStatus.Submitted or OfferStatus.Expired => ["revise", "confirm", "withdraw"],
        _ => [],
    };

    private static List<T> Chosen<T>(Rules rules, IEnumerable<string> names, string field) where T : struct, Enum =>
        [.. names.Select(name => rules.Choice<T>(name, field) ?? default)];
}
