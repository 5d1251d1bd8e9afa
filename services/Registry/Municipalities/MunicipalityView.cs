using Kommunebro.Contracts;

namespace Kommunebro.Registry.Municipalities;

/// <summary>A municipality as readers see it.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Code">The official code.</param>
/// <param name="Country">no or ua.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name in the reader's language.</param>
/// <param name="Names">The name in each language.</param>
/// <param name="Region">County or oblast.</param>
/// <param name="OrganisationNumber">Norwegian organisation number, or EDRPOU.</param>
/// <param name="Population">Persons.</param>
/// <param name="PopulationYear">The year (1 January) of the population.</param>
/// <param name="Latitude">Degrees north, WGS84; null where not known or masked.</param>
/// <param name="Longitude">Degrees east, WGS84; null where not known or masked.</param>
/// <param name="TerritoryStatus">The most severe official status on some of its territory today.</param>
/// <param name="TerritoryCoverage">Whether that status holds for all of it.</param>
/// <param name="Category">The programme category of a hromada.</param>
/// <param name="Masked">The fields that are kept back; null in them does not mean unknown.</param>
/// <param name="Version">Raised with each change; the ETag.</param>
public sealed record MunicipalityView(
    Guid Id,
    string Code,
    Country Country,
    MunicipalityKind Kind,
    string Name,
    LocalizedText Names,
    RegionView Region,
    string? OrganisationNumber,
    int? Population,
    int? PopulationYear,
    double? Latitude,
    double? Longitude,
    TerritoryStatus TerritoryStatus,
    TerritoryCoverage TerritoryCoverage,
    ProgrammeCategory? Category,
    IReadOnlyList<string> Masked,
    long Version);

/// <summary>A county or oblast.</summary>
/// <param name="Code">Fylkesnummer, or the oblast's two KATOTTG digits.</param>
/// <param name="Name">The name in the reader's language.</param>
/// <param name="Names">The name in each language.</param>
public sealed record RegionView(string Code, string Name, LocalizedText Names);
