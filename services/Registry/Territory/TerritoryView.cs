using Kommunebro.Contracts;

namespace Kommunebro.Registry.Territory;

/// <summary>The list as it stands.</summary>
/// <param name="Edition">The current edition; null while none is imported.</param>
/// <param name="Stale">Whether nothing was imported for 21 days, although the list is updated at least twice a month.</param>
/// <param name="Hromadas">Hromadas of the register by status and coverage.</param>
public sealed record TerritoryListView(EditionView? Edition, bool Stale, IReadOnlyList<TerritoryCountView> Hromadas);

/// <summary>An edition of the list.</summary>
/// <param name="Order">Number of the order.</param>
/// <param name="PublishedOn">The day of the order or of its latest amendment.</param>
/// <param name="Revision">1, or more where a correction was imported for that day.</param>
/// <param name="RecordedAt">When the platform came to know it (UTC).</param>
/// <param name="Periods">How many periods it has.</param>
public sealed record EditionView(string Order, DateOnly PublishedOn, int Revision, DateTimeOffset RecordedAt, int Periods);

/// <summary>How many hromadas have a status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Coverage">Whether it holds for all of each.</param>
/// <param name="Hromadas">How many.</param>
public sealed record TerritoryCountView(TerritoryStatus Status, TerritoryCoverage Coverage, int Hromadas);

/// <summary>The status of a hromada on a day, by what the platform knew on another.</summary>
/// <param name="Code">KATOTTG.</param>
/// <param name="On">The day.</param>
/// <param name="AsKnownOn">The day of the knowledge.</param>
/// <param name="Status">The most severe status on some of its territory; none also where no edition was known.</param>
/// <param name="Coverage">Whether it holds for all of it.</param>
/// <param name="Settlements">How many of its settlements have which status; null while no codifier with settlements is imported, and where some are excepted by name alone.</param>
/// <param name="Edition">The edition that was known; null where none was.</param>
/// <param name="Periods">All that the edition says of it, the oldest first.</param>
public sealed record TerritoryView(
    string Code,
    DateOnly On,
    DateOnly AsKnownOn,
    TerritoryStatus Status,
    TerritoryCoverage Coverage,
    SettlementShares? Settlements,
    EditionView? Edition,
    IReadOnlyList<PeriodView> Periods);

/// <summary>A period of the list.</summary>
/// <param name="Unit">KATOTTG of the oblast, raion, hromada, settlement or district that it is said of.</param>
/// <param name="Name">Its name as printed, with what is excepted.</param>
/// <param name="Status">The status.</param>
/// <param name="Coverage">Whether it holds for all of the hromada.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The day on which it ended, no longer included; null while it lasts.</param>
public sealed record PeriodView(string Unit, string Name, TerritoryStatus Status, TerritoryCoverage Coverage, DateOnly From, DateOnly? Until);
