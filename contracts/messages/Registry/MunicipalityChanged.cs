namespace Kommunebro.Contracts.Registry;

/// <summary>The whole public state of a municipality of either country, after a change.</summary>
/// <param name="MunicipalityId">The platform's id of the municipality.</param>
/// <param name="Version">Rises with each change of this municipality; an older version never replaces a newer one.</param>
/// <param name="Country">The country.</param>
/// <param name="Kind">What the entry is.</param>
/// <param name="Code">The official code: kommunenummer (4 digits), fylkesnummer (2 digits), organisation number (9 digits) or KATOTTG (UA and 17 digits).</param>
/// <param name="Names">Official name in its own language, and Latin or Cyrillic forms for readers of the others.</param>
/// <param name="RegionCode">Fylkesnummer, or the oblast's two KATOTTG digits.</param>
/// <param name="RegionNames">Name of the county or oblast.</param>
/// <param name="Population">Persons; null where not known.</param>
/// <param name="PopulationYear">The year (1 January) of <paramref name="Population"/>.</param>
/// <param name="Latitude">Degrees north, WGS84, of the administrative centre.</param>
/// <param name="Longitude">Degrees east, WGS84, of the administrative centre.</param>
/// <param name="TerritoryStatus">The most severe official status that holds on some of its territory today.</param>
/// <param name="TerritoryCoverage">Whether that status holds for all of it.</param>
/// <param name="Category">The programme category of a hromada, decided by a person; null for Norwegian suppliers and where undecided.</param>
public sealed record MunicipalityChanged(
    Guid MunicipalityId,
    long Version,
    Country Country,
    MunicipalityKind Kind,
    string Code,
    LocalizedText Names,
    string RegionCode,
    LocalizedText RegionNames,
    int? Population,
    int? PopulationYear,
    double? Latitude,
    double? Longitude,
    TerritoryStatus TerritoryStatus,
    TerritoryCoverage TerritoryCoverage,
    ProgrammeCategory? Category)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "registry.municipality-changed.v1";
}
