using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Matching.Telling;

/// <summary>
/// Where a hromada stands on a map when its own place must not be told: the middle of its oblast, to a tenth of a degree.
/// Fixed points, because an average of the hromadas that are known would tell the place of a single one.
/// </summary>
internal static class OblastCentre
{
    // By the oblast's two KATOTTG digits; estimated from maps, since nothing is measured from them.
    private static readonly Dictionary<string, (double Latitude, double Longitude)> Centres = new(StringComparer.Ordinal)
    {
        ["01"] = (45.3, 34.4), ["05"] = (48.9, 28.7), ["07"] = (51.1, 24.9), ["12"] = (48.4, 35.0), ["14"] = (48.0, 37.7),
        ["18"] = (50.6, 28.5), ["21"] = (48.4, 23.3), ["23"] = (47.3, 35.7), ["26"] = (48.7, 24.6), ["32"] = (50.3, 30.9),
        ["35"] = (48.5, 32.0), ["44"] = (49.0, 39.0), ["46"] = (49.7, 23.9), ["48"] = (47.5, 31.9), ["51"] = (46.9, 30.0),
        ["53"] = (49.7, 33.8), ["56"] = (51.0, 26.4), ["59"] = (51.0, 34.0), ["61"] = (49.4, 25.6), ["63"] = (49.6, 36.4),
        ["65"] = (46.6, 33.4), ["68"] = (49.5, 27.0), ["71"] = (49.2, 31.2), ["73"] = (48.3, 25.9), ["74"] = (51.3, 32.0),
        ["80"] = (50.4, 30.5), ["85"] = (44.6, 33.6),
    };

    /// <summary>Whether the oblast stands for the hromada: it is in the war zone, or listed as occupied, active or possible.</summary>
    public static bool MustStandFor(MunicipalityChanged municipality) =>
        municipality.TerritoryStatus is not TerritoryStatus.None || municipality.Category is ProgrammeCategory.WarZone;

    /// <summary>The middle of the oblast; nothing where the code is unknown.</summary>
    public static (double? Latitude, double? Longitude) Of(string oblast) =>
        Centres.TryGetValue(oblast, out var centre) ? centre : (null, null);
}
