using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.OfficialCodes;

namespace Kommunebro.Registry.Municipalities;

/// <summary>A municipality, county authority or inter-municipal company in Norway, or a hromada in Ukraine, under its official code.</summary>
public sealed class Municipality
{
    private Municipality()
    {
    }

    /// <summary>Takes it into the register.</summary>
    public Municipality(MunicipalityKind kind, string code, MunicipalityFacts facts, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        Kind = kind;
        Country = OfficialCode.CountryOf(kind);
        Code = code;
        Describe(facts);
    }

    /// <summary>The platform's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Raised with each change.</summary>
    public long Version { get; private set; }

    /// <summary>Follows from the kind.</summary>
    public Country Country { get; private set; }

    /// <summary>Follows from the form of the code, and so never changes.</summary>
    public MunicipalityKind Kind { get; private set; }

    /// <summary>The official code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The name in its own language, by which lists are sorted.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What is said about it.</summary>
    public MunicipalityFacts Facts { get; private set; } = null!;

    /// <summary>Says all about it anew.</summary>
    /// <returns>Whether anything is different; only then the version is raised.</returns>
    public bool Describe(MunicipalityFacts facts)
    {
        if (facts == Facts)
            return false;
        Facts = facts;
        Name = facts.Names.In(Country == Country.Ua ? "uk" : "nb");
        Version++;
        return true;
    }

    /// <summary>Notes a decision on its category. It raises the version also where the category stays, so that of two who decide at once the second hears of the first.</summary>
    public void Decide(ProgrammeCategory category)
    {
        if (!Describe(Facts with { Category = category }))
            Version++;
    }

    /// <summary>What the other services hear.</summary>
    public MunicipalityChanged ToMessage() => new(
        Id, Version, Country, Kind, Code, Facts.Names, Facts.RegionCode, Facts.RegionNames, Facts.Population, Facts.PopulationYear,
        Facts.Latitude, Facts.Longitude, Facts.TerritoryStatus, Facts.TerritoryCoverage, Facts.Category);
}
