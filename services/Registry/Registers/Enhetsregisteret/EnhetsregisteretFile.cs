using System.Text.Json;
using Kommunebro.Contracts;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Reviews;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Registers.Enhetsregisteret;

/// <summary>Reads units of Enhetsregisteret: a page of the search, or an array of units.</summary>
/// <param name="counties">County names by number.</param>
/// <param name="numbers">The organisation numbers that the register has, by official code.</param>
internal sealed class EnhetsregisteretFile(IReadOnlyDictionary<string, LocalizedText> counties, IReadOnlyDictionary<string, string> numbers)
{
    private const string CountyAuthority = " fylkeskommune";

    /// <summary>What it says. Units of other forms are passed over.</summary>
    /// <exception cref="ServiceDefaults.Refusal">malformed_json, wrong_form.</exception>
    public RegisterReading Read(Stream content)
    {
        var root = JsonFile.Read(content);
        var units = root.ValueKind == JsonValueKind.Array ? root.As<List<Enhet?>>()
            : root.ValueKind == JsonValueKind.Object ? [.. root.As<EnheterPage>().Embedded?.Enheter ?? throw JsonFile.WrongForm("it has no _embedded.enheter")]
            : throw JsonFile.WrongForm("it is neither a page of a search nor an array of units");
        var (reading, codes) = (new RegisterReading(units.Count), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (at, unit) in units.Index()) Take(reading, codes, at + 1, unit ?? new Enhet());
        return reading;
    }

    private void Take(RegisterReading reading, HashSet<string> codes, int line, Enhet unit)
    {
        var number = unit.Organisasjonsnummer ?? "";
        if (OrganisationNumber.FaultOf(number) is { } fault) reading.Faults.Add(new RowFault(line, "organisasjonsnummer", fault.Code, number));
        else if (string.IsNullOrWhiteSpace(unit.Navn)) reading.Faults.Add(new RowFault(line, "navn", "missing_name", number));
        else if (unit.Organisasjonsform?.Kode is not ("KOMM" or "FYLK" or "IKS")) return;
        else if (TextFaultOf(unit) is { } text) reading.Faults.Add(new RowFault(line, text.Field, text.Code, number));
        else if (CodeOf(unit, number) is not { } code) reading.Doubts.Add(new ReviewedRow(number, "kommunenummer", unit.Organisasjonsform.Kode == "KOMM" ? "invalid_kommunenummer" : "unknown_county", unit.Navn));
        else if (unit.IsEnding) reading.Doubts.Add(new ReviewedRow(code, "organisasjonsnummer", "closing_down", $"{number} {unit.Navn}"));
        // Only of those that go on: one that is being wound up does not take the place of its successor.
        else if (!codes.Add(code)) reading.Doubts.Add(new ReviewedRow(code, "organisasjonsnummer", "code_twice", $"{number} {unit.Navn}"));
        else if (numbers.TryGetValue(code, out var known) && known != number) reading.Doubts.Add(new ReviewedRow(code, "organisasjonsnummer", "number_changed", $"{known} {number} {unit.Navn}"));
        else reading.Statements.Add(Of(reading, unit, number, code));
    }

    private static (string Field, string Code)? TextFaultOf(Enhet unit)
    {
        foreach (var (field, text) in new[] { ("navn", unit.Navn), ("forretningsadresse", unit.Forretningsadresse?.Line), ("hjemmeside", unit.Hjemmeside) })
            if (TextLimits.FaultOf(text) is { } fault) return (field, fault);
        return null;
    }

    /// <summary>
    /// A municipality's office lies in it, but a county authority's may lie in a neighbouring county (Akershus' in Oslo): that one is found by its number or its name.
    /// </summary>
    private string? CodeOf(Enhet unit, string number) => unit.Organisasjonsform!.Kode switch
    {
        "KOMM" => unit.Forretningsadresse?.Kommunenummer is { } code && Kommunenummer.FaultOf(code) is null ? code : null,
        "IKS" => unit.Forretningsadresse?.Kommunenummer is { } place && Kommunenummer.FaultOf(place) is null && counties.ContainsKey(Kommunenummer.CountyOf(place)) ? number : null,
        _ => numbers.FirstOrDefault(known => known.Value == number && known.Key.Length == 2).Key
            ?? counties.Where(county => NameOf(unit.Navn!, county.Value) is not null).Select(county => county.Key).Order(StringComparer.Ordinal).FirstOrDefault(),
    };

    /// <summary>The authority's name as the county writes it, in the one of its languages that fits; null where none does.</summary>
    private static string? NameOf(string authority, LocalizedText county) => (county.Nb ?? "").Split(" - ").Select(name => $"{name}{CountyAuthority}")
        .FirstOrDefault(name => string.Equals(name, authority.Trim(), StringComparison.OrdinalIgnoreCase));

    private Statement Of(RegisterReading reading, Enhet unit, string number, string code)
    {
        var figures = new List<StatedFigure>();
        if (unit.Forretningsadresse?.Line is { Length: > 0 } line) figures.Add(new StatedFigure(FigureName.Address, line));
        if (!string.IsNullOrWhiteSpace(unit.Hjemmeside))
            if (Websites.Of(unit.Hjemmeside.Trim()) is { } website) figures.Add(new StatedFigure(FigureName.Website, website));
            else reading.Doubts.Add(new ReviewedRow(code, "hjemmeside", "invalid_address", unit.Hjemmeside));
        var statement = new Statement(code, MunicipalityKind.Municipality) { OrganisationNumber = number, Figures = figures };
        return unit.Organisasjonsform!.Kode switch
        {
            // Found by its number under another name, it keeps the one that it has.
            "FYLK" => statement with { Kind = MunicipalityKind.CountyAuthority, Registers = true, Name = NameOf(unit.Navn!, counties[code]), RegionNames = counties[code] },
            "IKS" => Company(statement, unit),
            // Its name is KLASS's to say: here it stands in capitals.
            _ => statement,
        };
    }

    private Statement Company(Statement statement, Enhet unit)
    {
        var county = Kommunenummer.CountyOf(unit.Forretningsadresse!.Kommunenummer!);
        return statement with { Kind = MunicipalityKind.IntermunicipalCompany, Registers = true, Name = unit.Navn!.Trim(), RegionCode = county, RegionNames = counties[county] };
    }
}
