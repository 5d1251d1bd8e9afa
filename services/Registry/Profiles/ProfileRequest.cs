using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Profiles;

/// <summary>All that a municipality says of itself. Names of persons, telephone numbers and e-mail addresses do not belong here.</summary>
/// <param name="Texts">Who it is, in its own words; at most 4,000 characters a language.</param>
/// <param name="Geography">coast, river_basin, mountain, steppe, forest, arctic, island, border, urban, rural; each once.</param>
/// <param name="WorkingLanguages">The languages that its people work in, ISO 639-1, at most 8.</param>
/// <param name="AdministrativeCapacity">How much its administration can carry, by its own judgement: 1 very little to 5 very much.</param>
/// <param name="Association">ks in Norway, auc in Ukraine.</param>
/// <param name="Head">Who heads a hromada by law: elected or military_administration.</param>
/// <param name="DisplacedPersons">How many internally displaced persons are registered in a hromada.</param>
public sealed record ProfileRequest(
    LocalizedInput? Texts = null,
    IReadOnlyList<string>? Geography = null,
    IReadOnlyList<string>? WorkingLanguages = null,
    int? AdministrativeCapacity = null,
    string? Association = null,
    string? Head = null,
    DisplacedPersonsInput? DisplacedPersons = null);

/// <summary>A number of displaced persons; it counts registrations, and says nothing of anybody.</summary>
/// <param name="Count">0 to 5,000,000.</param>
/// <param name="On">The day that it is of; not in the future.</param>
/// <param name="Source">Who says so, e.g. a register; at most 200 characters.</param>
public sealed record DisplacedPersonsInput(int Count, DateOnly On, string Source);
