using System.Linq.Expressions;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using V1 = Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Registry.Municipalities;

/// <summary>
/// The only way from a municipality to a public answer: it keeps back where a place in or near the war lies. The
/// coordinates are stored, and told to the other services, for matching alone.
/// </summary>
internal static class MunicipalityMask
{
    /// <summary>Whether it lies in or near the war, for queries.</summary>
    public static readonly Expression<Func<Municipality, bool>> IsInOrNearWar = municipality =>
        municipality.Facts.TerritoryStatus != TerritoryStatus.None || municipality.Facts.Category == ProgrammeCategory.WarZone;

    /// <summary>Whether it does not, for queries.</summary>
    public static readonly Expression<Func<Municipality, bool>> IsOutsideWar =
        Expression.Lambda<Func<Municipality, bool>>(Expression.Not(IsInOrNearWar.Body), IsInOrNearWar.Parameters);

    private static readonly Func<Municipality, bool> NearWar = IsInOrNearWar.Compile();

    private static readonly IReadOnlyList<string> Place = ["latitude", "longitude"];

    public static MunicipalityView Show(Municipality municipality, string language)
    {
        var facts = municipality.Facts;
        var masked = HidesPlace(municipality);
        return new MunicipalityView(
            municipality.Id,
            municipality.Code,
            municipality.Country,
            municipality.Kind,
            facts.Names.In(language),
            facts.Names,
            new RegionView(facts.RegionCode, facts.RegionNames.In(language), facts.RegionNames),
            facts.OrganisationNumber,
            facts.Population,
            facts.PopulationYear,
            masked ? null : facts.Latitude,
            masked ? null : facts.Longitude,
            facts.TerritoryStatus,
            facts.TerritoryCoverage,
            facts.Category,
            masked ? Place : [],
            municipality.Version);
    }

    /// <summary>The municipality as staff see it on their pages; nobody's map shows where such a place lies.</summary>
    public static V1.Municipality ShowToStaff(Municipality municipality)
    {
        var shown = municipality.ToMessage().ToSnapshot();
        if (HidesPlace(municipality))
        {
            shown.ClearLatitude();
            shown.ClearLongitude();
        }

        return shown;
    }

    /// <summary>Whether nobody is told where it lies.</summary>
    public static bool HidesPlace(Municipality municipality) => NearWar(municipality);
}
