using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Exports;

/// <summary>The closed lists of a municipality in words.</summary>
internal static class MunicipalityWords
{
    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Countries = InThreeLanguages.Of<Country>(
        new("Norge", "Норвегія", "Norway"),
        new("Ukraina", "Україна", "Ukraine"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Kinds = InThreeLanguages.Of<MunicipalityKind>(
        new("kommune", "муніципалітет", "municipality"),
        new("fylkeskommune", "рада фюльке", "county authority"),
        new("interkommunalt selskap", "міжмуніципальна компанія", "inter-municipal company"),
        new("hromada", "громада", "hromada"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Statuses = InThreeLanguages.Of<TerritoryStatus>(
        new("ikke på listen", "не в переліку", "not on the list"),
        new("mulige kamphandlinger", "можливі бойові дії", "possible hostilities"),
        new("aktive kamphandlinger", "активні бойові дії", "active hostilities"),
        new("aktive kamphandlinger, statlige registre virker", "активні бойові дії, реєстри працюють", "active hostilities, state registers work"),
        new("midlertidig okkupert", "тимчасово окупована", "temporarily occupied"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Coverages = InThreeLanguages.Of<TerritoryCoverage>(
        new("hele", "уся", "all of it"),
        new("en del", "частина", "part of it"));

    public static readonly IReadOnlyDictionary<string, InThreeLanguages> Categories = InThreeLanguages.Of<ProgrammeCategory>(
        new("utenfor krigssonen", "поза зоною бойових дій", "outside the war zone"),
        new("krigssonen", "зона бойових дій", "war zone"));
}
