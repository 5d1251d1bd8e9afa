using Kommunebro.Contracts;
using Kommunebro.Registry.Figures;

namespace Kommunebro.Registry.Registers;

/// <summary>What a row of an official register says of one municipality; null where it says nothing.</summary>
/// <param name="Code">The official code.</param>
/// <param name="Kind">What it is.</param>
public sealed record Statement(string Code, MunicipalityKind Kind)
{
    /// <summary>The official name; a known one is kept when it is this or one of its parts in several languages ("Kárášjohka - Karasjok").</summary>
    public string? Name { get; init; }

    /// <summary>Whether one that is not in the register is taken in.</summary>
    public bool Registers { get; init; }

    /// <summary>The county's name.</summary>
    public LocalizedText? RegionNames { get; init; }

    /// <summary>The county, where the code itself does not say it.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Organisation number or EDRPOU; its check digit holds.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>Persons, by the year (1 January) of which they are.</summary>
    public IReadOnlyList<StatedPopulation> Populations { get; init; } = [];

    /// <summary>A point of it in degrees, WGS84, within the country.</summary>
    public StatedPlace? Place { get; init; }

    /// <summary>What else it says.</summary>
    public IReadOnlyList<StatedFigure> Figures { get; init; } = [];
}

/// <summary>Persons.</summary>
/// <param name="Year">On 1 January of this year.</param>
/// <param name="Persons">How many.</param>
public sealed record StatedPopulation(int Year, int Persons);

/// <summary>A point, WGS84.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record StatedPlace(double Latitude, double Longitude);

/// <summary>A figure.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Value">The value.</param>
/// <param name="AsOf">The day that it is of; null for that of the file.</param>
public sealed record StatedFigure(FigureName Name, string Value, DateOnly? AsOf = null);
