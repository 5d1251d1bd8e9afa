using Kommunebro.Contracts;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Offers;

/// <summary>A Norwegian supplier's competence and capacity.</summary>
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
    bool Draft = false);

/// <summary>One area of an offer.</summary>
/// <param name="Area">The area's code.</param>
/// <param name="Level">1 basic, 2 experienced, 3 strong, 4 national front-runner.</param>
/// <param name="Modes">How it helps in this area: at least one.</param>
/// <param name="PersonDays">The most person-days a year in this area, 1 to 20,000 and no more than in total; null when only the total limits it.</param>
public sealed record OfferedAreaInput(string Area, int Level, IReadOnlyList<Mode> Modes, int? PersonDays = null);
