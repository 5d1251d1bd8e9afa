using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Reviews;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.Registers.Attributes;

/// <summary>The cells of a row, with what is wrong with them noted in the reading.</summary>
/// <param name="row">The row.</param>
/// <param name="code">The official code.</param>
/// <param name="country">Its country.</param>
/// <param name="lastYear">The latest year that can be known.</param>
/// <param name="reading">Takes the notes.</param>
internal sealed class AttributesRow(SheetRow row, string code, Country country, int lastYear, RegisterReading reading)
{
    private const int FirstYear = 1990;

    /// <summary>The official code.</summary>
    public string Code => code;

    /// <summary>Its country.</summary>
    public Country Country => country;

    /// <summary>A cell as it stands; noted where it can be no line.</summary>
    public string Text(string column)
    {
        if (TextLimits.FaultOf(row[column]) is not { } fault) return row[column];
        Fault(column, fault);
        return "";
    }

    /// <summary>Whole numbers of all columns that are called so, by year. In some editions what is missing stands as 0; where nothing can be 0, that goes to a person.</summary>
    public IEnumerable<(int Year, int Number)> Years(string prefix, int least, int most)
    {
        var numbers = new List<(int Year, int Number)>();
        foreach (var column in row.Cells.Keys.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            if (int.TryParse(column[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year <= lastYear && Text(column).Length > 0)
                if (!int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) Fault(column, "invalid_number");
                else if (number == 0 && least > 0) Doubt(column, "zero_is_missing");
                else if (number > most) Fault(column, "out_of_range");
                else numbers.Add((year, number));
        return numbers;
    }

    /// <summary>A positive number with a decimal point; null where there is none.</summary>
    public string? Number(string column)
    {
        if (Text(column).Length == 0) return null;
        if (!double.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return Fault(column, "invalid_number");
        return number == 0 ? Doubt(column, "zero_is_missing") : row[column];
    }

    /// <summary>An organisation number or EDRPOU whose check digit holds.</summary>
    public string? OrganisationNumber(string column)
    {
        if (row[column].Length == 0) return null;
        var fault = country == Country.Ua ? Edrpou.FaultOf(row[column]) : OfficialCodes.OrganisationNumber.FaultOf(row[column]);
        return fault is null ? row[column] : Fault(column, fault.Code);
    }

    /// <summary>The columns lat and lon. Where another check found them doubtful (coord_check), they go to a person.</summary>
    public StatedPlace? Place()
    {
        var (lat, lon) = (row["lat"], row["lon"]);
        if (lat.Length == 0 && lon.Length == 0) return null;
        if (!double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) || !double.TryParse(lon, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude))
            Fault("lat", "invalid_number");
        else if (!MunicipalityRules.IsIn(country, latitude, longitude))
            Fault("lat", "outside_country");
        else if (Text("coord_check").StartsWith("suspect", StringComparison.OrdinalIgnoreCase))
            Doubt("coord_check", "doubtful_place");
        else
            return new StatedPlace(latitude, longitude);
        return null;
    }

    /// <summary>An address of a website; one that is none goes to a person.</summary>
    public string? Website(string column) =>
        Text(column).Length == 0 ? null : Websites.Of(row[column]) ?? Doubt(column, "invalid_address");

    private string? Fault(string column, string fault)
    {
        reading.Faults.Add(new RowFault(row.Line, column, fault, row[column]));
        return null;
    }

    private string? Doubt(string column, string reason)
    {
        reading.Doubts.Add(new ReviewedRow(code, column, reason, row[column]));
        return null;
    }
}
