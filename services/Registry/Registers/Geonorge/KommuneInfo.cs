namespace Kommunebro.Registry.Registers.Geonorge;

/// <summary>A county of Geonorge's kommuneinfo (/fylkerkommuner), in its own words.</summary>
internal sealed record FylkeInfo(string? Fylkesnummer = null, string? Fylkesnavn = null, List<KommuneInfo?>? Kommuner = null);

/// <summary>A municipality (/kommuner/{kommunenummer}); alone it names its county itself.</summary>
internal sealed record KommuneInfo(
    string? Kommunenummer = null, string? Kommunenavn = null, string? KommunenavnNorsk = null, string? Fylkesnummer = null, string? Fylkesnavn = null,
    List<GyldigNavn?>? GyldigeNavn = null, bool? SamiskForvaltningsomrade = null, PunktIOmrade? PunktIOmrade = null);

/// <summary>A valid name in a language.</summary>
internal sealed record GyldigNavn(string? Navn = null, string? Sprak = null);

/// <summary>A point in it: longitude and latitude, EPSG:4258, which differs from WGS84 by less than a metre.</summary>
internal sealed record PunktIOmrade(List<double>? Coordinates = null);
