using Kommunebro.Contracts;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Municipalities;

/// <summary>All that is said about a municipality.</summary>
/// <param name="Code">The official code, the same as in the path.</param>
/// <param name="Country">no or ua.</param>
/// <param name="Kind">What the entry is; it must fit the code.</param>
/// <param name="Names">At least the official one: nb in Norway, uk in Ukraine.</param>
/// <param name="Region">County or oblast.</param>
/// <param name="TerritoryStatus">The most severe official status on some of its territory today; none in Norway.</param>
/// <param name="TerritoryCoverage">Whether that status holds for all of it.</param>
/// <param name="OrganisationNumber">Norwegian organisation number, or EDRPOU.</param>
/// <param name="Population">Persons, 1 to 5,000,000.</param>
/// <param name="PopulationYear">The year (1 January) of the population.</param>
/// <param name="Latitude">Degrees north, WGS84, of the administrative centre; within the country.</param>
/// <param name="Longitude">Degrees east, WGS84.</param>
/// <param name="Category">The programme category of a hromada.</param>
public sealed record MunicipalityRequest(
    string Code,
    Country Country,
    MunicipalityKind Kind,
    LocalizedInput Names,
    RegionInput Region,
    TerritoryStatus TerritoryStatus,
    TerritoryCoverage TerritoryCoverage,
    string? OrganisationNumber = null,
    int? Population = null,
    int? PopulationYear = null,
    double? Latitude = null,
    double? Longitude = null,
    ProgrammeCategory? Category = null)
{
    /// <summary>As it is stored; the rules have held.</summary>
    internal MunicipalityFacts ToFacts() => new()
    {
        Names = Names.ToText(),
        RegionCode = Region.Code,
        RegionNames = Region.Names.ToText(),
        OrganisationNumber = OrganisationNumber,
        Population = Population,
        PopulationYear = PopulationYear,
        Latitude = Latitude,
        Longitude = Longitude,
        TerritoryStatus = TerritoryStatus,
        TerritoryCoverage = TerritoryCoverage,
        Category = Category,
    };
}

/// <summary>A county or oblast.</summary>
/// <param name="Code">Fylkesnummer, or the oblast's two KATOTTG digits.</param>
/// <param name="Names">In at least one language.</param>
public sealed record RegionInput(string Code, LocalizedInput Names);
