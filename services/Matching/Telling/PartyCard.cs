using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Matching.Telling;

/// <summary>A municipality of either country, as it stands now, with what a map and a list need.</summary>
/// <param name="MunicipalityId">The platform's id.</param>
/// <param name="Code">Official code.</param>
/// <param name="Name">Its name, as far as there is one in the reader's language.</param>
/// <param name="NameLanguage">The language that the name is in: nb, uk or en.</param>
/// <param name="RegionCode">Fylkesnummer, or the oblast's two KATOTTG digits.</param>
/// <param name="Region">County or oblast.</param>
/// <param name="Category">Programme category of a hromada.</param>
/// <param name="Latitude">Degrees north; of the middle of the oblast where the hromada itself must not be told.</param>
/// <param name="Longitude">Degrees east, likewise.</param>
public sealed record PartyCard(
    Guid MunicipalityId,
    string Code,
    string Name,
    string NameLanguage,
    string RegionCode,
    string Region,
    ProgrammeCategory? Category,
    double? Latitude,
    double? Longitude)
{
    /// <summary>The card of <paramref name="municipality"/> in <paramref name="language"/>.</summary>
    public static PartyCard Of(MunicipalityChanged municipality, string language)
    {
        var (latitude, longitude) = OblastCentre.MustStandFor(municipality)
            ? OblastCentre.Of(municipality.RegionCode)
            : (municipality.Latitude, municipality.Longitude);
        return new PartyCard(
            municipality.MunicipalityId,
            municipality.Code,
            municipality.Names.In(language),
            LanguageOf(municipality.Names, language),
            municipality.RegionCode,
            municipality.RegionNames.In(language),
            municipality.Category,
            latitude,
            longitude);
    }

    // The order in which LocalizedText falls back.
    private static string LanguageOf(LocalizedText names, string wanted) => (wanted switch { "nb" => names.Nb, "uk" => names.Uk, _ => names.En }) is not null
        ? wanted
        : names.En is not null ? "en" : names.Nb is not null ? "nb" : "uk";
}
