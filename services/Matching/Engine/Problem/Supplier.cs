using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Who can help: a Norwegian municipality, county authority or inter-municipal company with an available offer.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Code">Official code; orders lists that people read.</param>
/// <param name="Names">Name, for explanations.</param>
/// <param name="Kind">Population is compared for municipalities alone.</param>
/// <param name="Population">Inhabitants; null where not known.</param>
/// <param name="Capacity">Person-days per planning period over all areas.</param>
/// <param name="Areas">What it is good at; each area once.</param>
/// <param name="Terms">Lengths of cooperation that it accepts; empty when it did not say, which excludes nothing.</param>
/// <param name="Languages">Working languages, ISO 639-1; empty when it did not say.</param>
/// <param name="MaxPartnerships">The most hromadas it works with at a time.</param>
/// <param name="Travel">How far its people may travel.</param>
public sealed record Supplier(
    Guid Id,
    string Code,
    LocalizedText Names,
    MunicipalityKind Kind,
    int? Population,
    PersonDays Capacity,
    IReadOnlyList<Competence> Areas,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<string> Languages,
    int MaxPartnerships,
    Travel Travel)
{
    /// <summary>Hromadas that it would like to work with.</summary>
    public IReadOnlyList<Guid> Wishes { get; init; } = [];

    /// <summary>Hromadas that it helps already, outside of this platform; one may stand several times, once for each kind of tie.</summary>
    public IReadOnlyList<Tie> Ties { get; init; } = [];

    /// <summary>Hromadas that it will not work with.</summary>
    public IReadOnlyList<Guid> Vetoes { get; init; } = [];

    /// <summary>Areas in which it would like to learn.</summary>
    public IReadOnlyList<string> Learns { get; init; } = [];
}

/// <summary>That a supplier helps a hromada already.</summary>
/// <param name="HromadaId">Who is helped.</param>
/// <param name="Kind">What kind of tie it is.</param>
public sealed record Tie(Guid HromadaId, InitiativeKind Kind);

/// <summary>One area that a supplier is good at.</summary>
/// <param name="AreaCode">Code of the area.</param>
/// <param name="Level">1 basic, 2 experienced, 3 strong, 4 national front-runner.</param>
/// <param name="Modes">How it helps in this area; at least one.</param>
/// <param name="MaxPersonDays">The most person-days in this area; null when only the total limits it.</param>
public sealed record Competence(string AreaCode, int Level, IReadOnlyList<Mode> Modes, int? MaxPersonDays);
