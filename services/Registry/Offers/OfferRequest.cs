using Kommunebro.Contracts;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Offers;

/// <summary>A municipality's competence and capacity; a hromada's says what others can learn from it.</summary>
/// <param name="Municipality">Official code of who offers; a revision cannot change it.</param>
/// <param name="Areas">What it is good at: at least one, none twice.</param>
/// <param name="Terms">Lengths of cooperation that it accepts: at least one.</param>
/// <param name="Languages">Working languages, ISO 639-1: 1 to 8.</param>
/// <param name="MaxPartnerships">How many hromadas it can work with at a time, 1 to 20.</param>
/// <param name="Travel">How far its people may travel.</param>
/// <param name="PersonDays">Capacity in person-days a year over all areas, 1 to 20,000; null when unknown or a band.</param>
/// <param name="CapacityBand">Capacity as a band; not together with person-days.</param>
/// <param name="Text">In its own words, at most 4,000 characters a language.</param>
/// <param name="Illustrative">True for an example that makes no statement about the municipality.</param>
/// <param name="ExpressionOfInterestId">The expression of interest that it was made of.</param>
/// <param name="Draft">True for one that is being written: it is handed in later. A revision does not change it.</param>
/// <param name="AvailableFrom">The first day on which it may be drawn on; at once when not given.</param>
/// <param name="AvailableTo">The last such day; none when not given.</param>
/// <param name="Wishes">Codes of hromadas that it would like to work with, at most 20. Only for Norwegian suppliers, as are vetoes and learns.</param>
/// <param name="Vetoes">Codes of hromadas that it will not work with, at most 20. Wishes and vetoes are told to staff and to who offers alone.</param>
/// <param name="Learns">Codes of areas in which it would like to learn, none twice. A revision that does not give one of these three lists leaves it as it was.</param>
/// <param name="Anchoring">Who in the municipality stands behind it.</param>
/// <param name="AnchoredOn">The day of that decision; a council's needs it.</param>
public sealed record OfferRequest(
    string Municipality,
    IReadOnlyList<OfferedAreaInput> Areas,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<string> Languages,
    int MaxPartnerships,
    Travel Travel,
    int? PersonDays = null,
    Band? CapacityBand = null,
    LocalizedInput? Text = null,
    bool Illustrative = false,
    Guid? ExpressionOfInterestId = null,
    bool Draft = false,
    DateOnly? AvailableFrom = null,
    DateOnly? AvailableTo = null,
    IReadOnlyList<string>? Wishes = null,
    IReadOnlyList<string>? Vetoes = null,
    IReadOnlyList<string>? Learns = null,
    PoliticalAnchoring Anchoring = PoliticalAnchoring.None,
    DateOnly? AnchoredOn = null);

/// <summary>One area of an offer.</summary>
/// <param name="Area">The area's code.</param>
/// <param name="Level">1 basic, 2 experienced, 3 strong, 4 national front-runner.</param>
/// <param name="Modes">How it helps in this area: at least one.</param>
/// <param name="PersonDays">The most person-days a year in this area, 1 to 20,000 and no more than in total; null when only the total limits it.</param>
/// <param name="Evidence">What shows that it is good at it, in its own words, at most 4,000 characters.</param>
/// <param name="EvidenceAddress">A page that shows it: https, at most 500 characters.</param>
public sealed record OfferedAreaInput(
    string Area, int Level, IReadOnlyList<Mode> Modes, int? PersonDays = null, string? Evidence = null, string? EvidenceAddress = null);
