using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>An offer as readers see it.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Municipality">Official code of who offers.</param>
/// <param name="Status">draft, submitted, available, paused, expired or withdrawn.</param>
/// <param name="Areas">What it is good at, by code; of a hromada's offer others are told area and level alone.</param>
/// <param name="PersonDays">Person-days a year over all areas; null when unknown or given as a band.</param>
/// <param name="CapacityBand">Capacity as a band; null when unknown or given in person-days.</param>
/// <param name="Terms">Lengths of cooperation that it accepts.</param>
/// <param name="Languages">Working languages, ISO 639-1.</param>
/// <param name="MaxPartnerships">How many partners it can work with at a time; null where masked.</param>
/// <param name="Travel">How far its people may travel; null where masked.</param>
/// <param name="Text">In its own words; null where nothing was said.</param>
/// <param name="Illustrative">True for an example that makes no statement about the municipality.</param>
/// <param name="ExpressionOfInterestId">The expression of interest that it was made of.</param>
/// <param name="SubmittedAt">When it was submitted (UTC); while it is a draft, when that was begun.</param>
/// <param name="ChangedAt">When it was changed last (UTC).</param>
/// <param name="Version">Raised with each change; the ETag.</param>
/// <param name="Committed">What of it is held or in use already.</param>
/// <param name="FullyCommitted">True while it is available and all of its person-days or partnerships are held or in use.</param>
/// <param name="LastConfirmedAt">When somebody said last that it still holds (UTC).</param>
/// <param name="ConfirmBy">The day by which it should be confirmed again; six weeks later it expires.</param>
/// <param name="PauseReason">Why it rests, for staff and for who offers alone; null for all others, and while it does not.</param>
/// <param name="Overcommitted">True when that is more than is offered; a person must look at it.</param>
/// <param name="AvailableFrom">The first day on which it may be drawn on; null when at once.</param>
/// <param name="AvailableTo">The last such day; null when none is set.</param>
/// <param name="Wishes">Codes of hromadas that it would like to work with, for staff and for who offers alone.</param>
/// <param name="Vetoes">Codes of hromadas that it will not work with, for the same alone.</param>
/// <param name="Learns">Codes of areas in which it would like to learn.</param>
/// <param name="Anchoring">Who in the municipality stands behind it.</param>
/// <param name="AnchoredOn">The day of that decision; null where none was made or its day is not known.</param>
/// <param name="Masked">The fields that are kept back from this reader; null or an empty list in them does not mean that nothing was said.</param>
public sealed record OfferView(
    Guid Id,
    string Municipality,
    OfferStatus Status,
    IReadOnlyList<OfferedAreaInput> Areas,
    int? PersonDays,
    Band? CapacityBand,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<string> Languages,
    int? MaxPartnerships,
    Travel? Travel,
    LocalizedText? Text,
    bool Illustrative,
    Guid? ExpressionOfInterestId,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt,
    long Version,
    CommittedView Committed,
    bool Overcommitted,
    bool FullyCommitted,
    DateTimeOffset LastConfirmedAt,
    DateOnly ConfirmBy,
    string? PauseReason,
    DateOnly? AvailableFrom,
    DateOnly? AvailableTo,
    IReadOnlyList<string> Wishes,
    IReadOnlyList<string> Vetoes,
    IReadOnlyList<string> Learns,
    PoliticalAnchoring Anchoring,
    DateOnly? AnchoredOn,
    IReadOnlyList<string> Masked)
{
    internal static OfferView Of(Offer offer, string municipality, CommittedCapacity? committed) => new(
        offer.Id,
        municipality,
        offer.Status,
        [.. offer.Areas.OrderBy(area => area.AreaCode, StringComparer.Ordinal)
            .Select(area => new OfferedAreaInput(area.AreaCode, area.Level, area.Modes, area.PersonDays, area.Evidence, area.EvidenceAddress))],
        offer.PersonDays,
        offer.CapacityBand,
        offer.Terms,
        offer.Languages,
        offer.MaxPartnerships,
        offer.Travel,
        offer.Text is (null, null, null) ? null : offer.Text,
        offer.Illustrative,
        offer.ExpressionOfInterestId,
        offer.SubmittedAt,
        offer.ChangedAt,
        offer.Version,
        CommittedView.Of(committed),
        committed?.Exceeds(offer) == true,
        committed?.Fills(offer) == true,
        offer.LastConfirmedAt,
        OfferYear.ConfirmBy(offer),
        offer.PauseReason,
        offer.AvailableFrom,
        offer.AvailableTo,
        offer.Wishes,
        offer.Vetoes,
        offer.Learns,
        offer.Anchoring,
        offer.AnchoredOn,
        []);

    internal static Refusal NotFound() => Refusal.NotFound("offer_not_found", "No offer has this id.");
}

/// <summary>What matching's ledger says of a supplier.</summary>
/// <param name="ReservedPersonDays">Person-days a year held for first talks.</param>
/// <param name="InUsePersonDays">Person-days a year of partnerships that exist.</param>
/// <param name="Partnerships">Partnerships, first talks included.</param>
public sealed record CommittedView(int ReservedPersonDays, int InUsePersonDays, int Partnerships)
{
    internal static CommittedView Of(CommittedCapacity? committed) =>
        committed is null ? new(0, 0, 0) : new(committed.ReservedPersonDays, committed.InUsePersonDays, committed.Partnerships);
}
