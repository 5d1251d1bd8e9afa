namespace Kommunebro.Contracts.Registry;

/// <summary>
/// The whole state of a municipality's reported competence and capacity, after a change. A Norwegian supplier's may be matched; a
/// hromada's says what others can learn from it.
/// </summary>
/// <param name="OfferId">The platform's id of the offer. A municipality has at most one available offer.</param>
/// <param name="Version">Rises with each change of this offer; an older version never replaces a newer one.</param>
/// <param name="MunicipalityId">Who offers.</param>
/// <param name="Available">False once it was withdrawn, and while it rests or waits.</param>
/// <param name="Areas">What it is good at; at least one while available.</param>
/// <param name="PersonDays">Capacity in person-days a year over all areas; null when unknown or given as a band.</param>
/// <param name="CapacityBand">Capacity as a band; null when unknown or given in person-days.</param>
/// <param name="Terms">Lengths of cooperation that it accepts.</param>
/// <param name="Languages">Working languages, ISO 639-1, e.g. "en", "uk", "pl".</param>
/// <param name="MaxPartnerships">How many hromadas it can work with at a time, 1 to 20.</param>
/// <param name="Travel">How far its people may travel.</param>
/// <param name="Illustrative">True for an example that makes no statement about the municipality.</param>
/// <param name="AvailableFrom">The first day on which it may be drawn on; null when at once.</param>
/// <param name="AvailableTo">The last such day; null when none is set.</param>
/// <param name="Wishes">Official codes of hromadas that the supplier would like to work with; null from a sender that did not say it yet.</param>
/// <param name="Vetoes">Official codes of hromadas that it will not work with; null from a sender that did not say it yet.</param>
/// <param name="Learns">Codes of areas in which it would like to learn; null from a sender that did not say it yet.</param>
public sealed record OfferChanged(
    Guid OfferId,
    long Version,
    Guid MunicipalityId,
    bool Available,
    IReadOnlyList<OfferedArea> Areas,
    int? PersonDays,
    Band? CapacityBand,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<string> Languages,
    int MaxPartnerships,
    Travel Travel,
    bool Illustrative,
    DateOnly? AvailableFrom = null,
    DateOnly? AvailableTo = null,
    IReadOnlyList<string>? Wishes = null,
    IReadOnlyList<string>? Vetoes = null,
    IReadOnlyList<string>? Learns = null)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "registry.offer-changed.v1";

    /// <summary>Whether it may be drawn on on <paramref name="day"/>.</summary>
    public bool IsAvailableOn(DateOnly day) =>
        Available && (AvailableFrom is null || AvailableFrom <= day) && (AvailableTo is null || AvailableTo >= day);
}

/// <summary>One area of an offer.</summary>
/// <param name="AreaCode">Code of the area.</param>
/// <param name="Level">1 basic, 2 experienced, 3 strong, 4 national front-runner.</param>
/// <param name="Modes">How it helps in this area; at least one.</param>
/// <param name="PersonDays">The most person-days a year in this area; null when only the total limits it.</param>
public sealed record OfferedArea(string AreaCode, int Level, IReadOnlyList<Mode> Modes, int? PersonDays);
