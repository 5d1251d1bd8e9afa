using Kommunebro.Contracts;

namespace Kommunebro.Registry.Municipalities;

/// <summary>All that is said about a municipality and may change; two equal descriptions are no change.</summary>
public sealed record MunicipalityFacts
{
    /// <summary>Official name in its own language, and forms for readers of the others.</summary>
    public required LocalizedText Names { get; init; }

    /// <summary>Fylkesnummer, or the oblast's two KATOTTG digits.</summary>
    public required string RegionCode { get; init; }

    /// <summary>Name of the county or oblast.</summary>
    public required LocalizedText RegionNames { get; init; }

    /// <summary>Norwegian organisation number or EDRPOU; null where not known.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>Persons; null where not known.</summary>
    public int? Population { get; init; }

    /// <summary>The year (1 January) of <see cref="Population"/>.</summary>
    public int? PopulationYear { get; init; }

    /// <summary>Degrees north, WGS84, of the administrative centre.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS84, of the administrative centre.</summary>
    public double? Longitude { get; init; }

    /// <summary>The most severe official status on some of its territory today.</summary>
    public required TerritoryStatus TerritoryStatus { get; init; }

    /// <summary>Whether that status holds for all of it.</summary>
    public required TerritoryCoverage TerritoryCoverage { get; init; }

    /// <summary>The programme category of a hromada, as a person decided it; null where undecided, and for Norway.</summary>
    public ProgrammeCategory? Category { get; init; }
}
