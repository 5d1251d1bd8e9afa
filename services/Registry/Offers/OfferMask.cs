using Kommunebro.Contracts.OfficialCodes;

namespace Kommunebro.Registry.Offers;

/// <summary>
/// What others than staff and who offers are told of an offer. Why it rests, and whom a supplier would like to work with or not, is
/// nobody else's business. What a hromada offers is told in general: how many people its services can spare, and what they can do,
/// must not be public. One in or near the war is not told to others at all (<see cref="OfferVisibility"/>).
/// </summary>
internal static class OfferMask
{
    private static readonly IReadOnlyList<string> Private = ["pauseReason", "wishes", "vetoes"];

    private static readonly IReadOnlyList<string> AboveGeneral =
    [
        .. Private, "areas.modes", "areas.personDays", "areas.evidence", "areas.evidenceAddress", "personDays", "capacityBand", "terms", "languages",
        "maxPartnerships", "travel", "text", "expressionOfInterestId", "availableFrom", "availableTo", "anchoring", "anchoredOn",
    ];

    /// <summary>As a reader sees it who acts for the municipalities with <paramref name="codes"/>; null for any.</summary>
    public static OfferView For(this OfferView offer, IReadOnlySet<string>? codes)
    {
        if (codes is null || codes.Contains(offer.Municipality))
            return offer;
        var shown = offer with { PauseReason = null, Wishes = [], Vetoes = [], Masked = Private };
        return Katottg.FaultOf(offer.Municipality) is null ? General(shown) : shown;
    }

    private static OfferView General(OfferView offer) => offer with
    {
        Areas = [.. offer.Areas.Select(area => new OfferedAreaInput(area.Area, area.Level, []))],
        PersonDays = null,
        CapacityBand = null,
        Terms = [],
        Languages = [],
        MaxPartnerships = null,
        Travel = null,
        Text = null,
        ExpressionOfInterestId = null,
        // When guests are expected must not be public.
        AvailableFrom = null,
        AvailableTo = null,
        Anchoring = PoliticalAnchoring.None,
        AnchoredOn = null,
        Masked = AboveGeneral,
    };
}
