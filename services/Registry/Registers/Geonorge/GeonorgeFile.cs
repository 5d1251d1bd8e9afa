using System.Text.Json;
using Kommunebro.Contracts;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Registers.Geonorge;

/// <summary>Reads Geonorge's kommuneinfo: all counties with their municipalities, or one municipality.</summary>
internal static class GeonorgeFile
{
    private static readonly Dictionary<string, FigureName> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Nordsamisk"] = FigureName.NameNorthernSami,
        ["Lulesamisk"] = FigureName.NameLuleSami,
        ["Sørsamisk"] = FigureName.NameSouthernSami,
        ["Kvensk"] = FigureName.NameKven,
    };

    /// <summary>What it says.</summary>
    /// <param name="content">The file.</param>
    /// <param name="isOfThisYear">Whether it says which municipalities and counties there are: Norway's divisions change on 1 January.</param>
    /// <exception cref="ServiceDefaults.Refusal">malformed_json, wrong_form.</exception>
    public static RegisterReading Read(Stream content, bool isOfThisYear)
    {
        var root = JsonFile.Read(content);
        List<KommuneInfo> municipalities = root.ValueKind switch
        {
            JsonValueKind.Array => [.. root.As<List<FylkeInfo?>>().SelectMany(InCounty)],
            JsonValueKind.Object when root.TryGetProperty("kommunenummer", out _) => [root.As<KommuneInfo>()],
            _ => throw JsonFile.WrongForm("it is neither fylkerkommuner nor a kommune"),
        };
        if (municipalities.Count == 0) throw ImportFile.Refuse("empty_file", "The file has no municipality.");
        var (reading, known) = (new RegisterReading(municipalities.Count), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (at, municipality) in municipalities.Index())
            if (FaultOf(municipality, known) is { } fault) reading.Faults.Add(fault with { Line = at + 1 });
            else reading.Statements.Add(Of(municipality, isOfThisYear));
        return reading;
    }

    private static IEnumerable<KommuneInfo> InCounty(FylkeInfo? county) => (county?.Kommuner ?? throw JsonFile.WrongForm("a county has no kommuner"))
        .Select(municipality => (municipality ?? new KommuneInfo()) with { Fylkesnummer = county.Fylkesnummer, Fylkesnavn = county.Fylkesnavn });

    private static RowFault? FaultOf(KommuneInfo municipality, HashSet<string> known)
    {
        var code = municipality.Kommunenummer ?? "";
        if (Kommunenummer.FaultOf(code) is { } fault) return new RowFault(0, "kommunenummer", fault.Code, code);
        if (municipality.Fylkesnummer != Kommunenummer.CountyOf(code)) return new RowFault(0, "fylkesnummer", "outside_unit", $"{code}, {municipality.Fylkesnummer}");
        if (string.IsNullOrWhiteSpace(municipality.KommunenavnNorsk ?? municipality.Kommunenavn)) return new RowFault(0, "kommunenavn", "missing_name", code);
        if (string.IsNullOrWhiteSpace(municipality.Fylkesnavn)) return new RowFault(0, "fylkesnavn", "missing_name", code);
        foreach (var text in (municipality.GyldigeNavn ?? []).Select(name => name?.Navn).Prepend(municipality.Fylkesnavn).Prepend(municipality.Kommunenavn).Prepend(municipality.KommunenavnNorsk))
            if (TextLimits.FaultOf(text) is { } unfit) return new RowFault(0, "navn", unfit, code);
        if (municipality.PunktIOmrade is { } point && (PlaceOf(point) is not { } place || !MunicipalityRules.IsIn(Country.No, place.Latitude, place.Longitude)))
            return new RowFault(0, "punktIOmrade", "outside_country", code);
        return known.Add(code) ? null : new RowFault(0, "kommunenummer", "code_twice", code);
    }

    private static StatedPlace? PlaceOf(PunktIOmrade? point) => point?.Coordinates is [var longitude, var latitude, ..] ? new StatedPlace(latitude, longitude) : null;

    private static Statement Of(KommuneInfo municipality, bool isOfThisYear)
    {
        var county = municipality.Fylkesnavn!.Trim();
        return new Statement(municipality.Kommunenummer!, MunicipalityKind.Municipality)
        {
            Name = (municipality.KommunenavnNorsk ?? municipality.Kommunenavn)!.Trim(),
            Registers = isOfThisYear,
            RegionNames = isOfThisYear ? new LocalizedText(county, null, county) : null,
            Place = PlaceOf(municipality.PunktIOmrade),
            Figures =
            [
                .. (municipality.GyldigeNavn ?? []).Where(name => !string.IsNullOrWhiteSpace(name?.Navn) && Languages.ContainsKey(name.Sprak ?? ""))
                    .DistinctBy(name => Languages[name!.Sprak!]).Select(name => new StatedFigure(Languages[name!.Sprak!], name.Navn!.Trim())),
                .. municipality.SamiskForvaltningsomrade is { } sami ? [new StatedFigure(FigureName.SamiAdministrativeArea, sami ? "yes" : "no")] : (StatedFigure[])[],
            ],
        };
    }
}
