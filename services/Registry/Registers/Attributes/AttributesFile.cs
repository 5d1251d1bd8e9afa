using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Reviews;

namespace Kommunebro.Registry.Registers.Attributes;

/// <summary>
/// Attributes of municipalities as CSV, by katottg or kommunenummer. All other columns may be missing, and those that are not known are passed over; an empty cell
/// says nothing. Columns that end in _YYYY are of 1 January of that year; those of years to come are forecasts, and passed over, too.
/// </summary>
internal static class AttributesFile
{
    private const string Hromada = "katottg";
    private const string Municipality = "kommunenummer";

    // SSB KLASS 128: classes 1 to 6, by an index from 0 to 1000.
    private const int LeastCentral = 6;
    private const int MostCentral = 1000;

    private static readonly Dictionary<string, FigureName> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["centre_name_uk"] = FigureName.Centre,
        ["admin_centre"] = FigureName.Centre,
        ["type"] = FigureName.SettlementType,
        ["language_form"] = FigureName.LanguageForm,
        ["sami_admin_area"] = FigureName.SamiAdministrativeArea,
        ["name_se"] = FigureName.NameNorthernSami,
        ["name_smj"] = FigureName.NameLuleSami,
        ["name_sma"] = FigureName.NameSouthernSami,
        ["name_fkv"] = FigureName.NameKven,
    };

    /// <summary>What it says.</summary>
    /// <exception cref="ServiceDefaults.Refusal">unsupported_file, missing_column, empty_file, and what <see cref="CsvTable.Read"/> refuses.</exception>
    public static RegisterReading Read(Stream content, string name, DateOnly today)
    {
        if (!Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase)) throw ImportFile.Refuse("unsupported_file", "Attributes come as .csv.");
        var rows = CsvTable.Read(content, TableForm.Requiring());
        if (rows.Count == 0) throw ImportFile.Refuse("empty_file", "The file has no rows.");
        var key = rows[0].Cells.ContainsKey(Hromada) ? Hromada : rows[0].Cells.ContainsKey(Municipality) ? Municipality
            : throw ImportFile.Refuse("missing_column", $"The first line lacks: {Hromada} or {Municipality}.");
        var (reading, known) = (new RegisterReading(rows.Count), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var code = row[key];
            var fault = key == Hromada ? HromadaCode.FaultOf(code) : Kommunenummer.FaultOf(code);
            fault ??= known.Add(code) ? null : new CodeFault("code_twice", "");
            if (fault is not null) reading.Faults.Add(new RowFault(row.Line, key, fault.Code, code));
            else reading.Statements.Add(Of(new AttributesRow(row, code, key == Hromada ? Country.Ua : Country.No, today.Year, reading)));
        }
        return reading;
    }

    private static Statement Of(AttributesRow row) => new(row.Code, row.Country == Country.Ua ? MunicipalityKind.Hromada : MunicipalityKind.Municipality)
    {
        OrganisationNumber = row.OrganisationNumber(row.Country == Country.Ua ? "edrpou" : "orgnr"),
        Populations = [.. row.Years("population_", 1, MunicipalityRules.MostPeople).Select(cell => new StatedPopulation(cell.Year, cell.Number))],
        Place = row.Place(),
        Figures =
        [
            .. row.Years("urban_population_", 0, MunicipalityRules.MostPeople).Select(cell => new StatedFigure(FigureName.UrbanPopulation, $"{cell.Number}", new DateOnly(cell.Year, 1, 1))),
            .. row.Years("centrality_class_", 1, LeastCentral).Select(cell => new StatedFigure(FigureName.CentralityClass, $"{cell.Number}", new DateOnly(cell.Year, 1, 1))),
            .. row.Years("centrality_index_", 0, MostCentral).Select(cell => new StatedFigure(FigureName.CentralityIndex, $"{cell.Number}", new DateOnly(cell.Year, 1, 1))),
            .. row.Number("area_km2") is { } area ? [new StatedFigure(FigureName.AreaKm2, area)] : (StatedFigure[])[],
            .. row.Number("settlements") is { } settlements ? [new StatedFigure(FigureName.Settlements, settlements)] : (StatedFigure[])[],
            .. row.Website("website") is { } website ? [new StatedFigure(FigureName.Website, website)] : (StatedFigure[])[],
            .. Texts.Where(column => row.Text(column.Key).Length > 0).DistinctBy(column => column.Value).Select(column => new StatedFigure(column.Value, row.Text(column.Key))),
        ],
    };
}
