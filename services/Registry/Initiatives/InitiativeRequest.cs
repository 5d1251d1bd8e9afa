namespace Kommunebro.Registry.Initiatives;

/// <summary>All that is said of an initiative. Names are those of organisations, never of persons.</summary>
/// <param name="Hromada">KATOTTG of who is helped; a change cannot change it.</param>
/// <param name="Partner">Who helps; a change cannot change it.</param>
/// <param name="Kind">twin_town, cooperation, solidarity or project.</param>
/// <param name="Programme">bilateral, cities4cities, skew, shoulder_to_shoulder, dream, polaris or other.</param>
/// <param name="Status">planned, cooperation_reported, agreement_reported or agreement_signed.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Since">Its first day; null where not known.</param>
/// <param name="Until">Its last day; null where none is known.</param>
/// <param name="Reference">What the programme calls it, e.g. a DREAM id; at most 200 characters.</param>
/// <param name="Sensitivity">public, partners (when not given, and in a change as it was) or restricted: then only coordinators, who recorded it and who acts for one of the two see it.</param>
public sealed record InitiativeRequest(
    string Hromada,
    PartnerInput Partner,
    string? Kind,
    string? Programme,
    string? Status,
    SourceInput Source,
    DateOnly? Since = null,
    DateOnly? Until = null,
    string? Reference = null,
    string? Sensitivity = null);

/// <summary>Who helps: one of the register by its code, or an outside party by name and country.</summary>
/// <param name="Code">Official code.</param>
/// <param name="Name">2 to 200 characters.</param>
/// <param name="Country">ISO 3166-1 alpha-2 in small letters, e.g. de.</param>
public sealed record PartnerInput(string? Code = null, string? Name = null, string? Country = null);

/// <summary>Where a statement comes from: a name, an address, or both.</summary>
/// <param name="Date">The day on which it was said; not in the future.</param>
/// <param name="Name">Who says so, e.g. a newspaper or a register; at most 200 characters.</param>
/// <param name="Address">Where it is said: http or https, at most 500 characters.</param>
public sealed record SourceInput(DateOnly? Date, string? Name = null, string? Address = null);

/// <summary>When an initiative ends.</summary>
/// <param name="On">Its last day, not in the future; today in Kyiv when not given.</param>
public sealed record EndInitiativeRequest(DateOnly? On = null);
