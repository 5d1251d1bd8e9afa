using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tables;

/// <summary>The form of a table in a file.</summary>
public enum TableFormat
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>An Excel workbook.</summary>
    Xlsx,
}

/// <summary>Forms by their names and media types.</summary>
public static class TableFormats
{
    /// <summary>The media type of CSV.</summary>
    public const string Csv = "text/csv";

    /// <summary>The media type of an Excel workbook.</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The form that is called so; CSV when none was given.</summary>
    /// <exception cref="Refusal">unknown_value.</exception>
    public static TableFormat Of(string? name)
    {
        var rules = new Rules();
        var format = rules.Choice<TableFormat>(name, "format");
        rules.Enforce();
        return format ?? TableFormat.Csv;
    }

    /// <summary>The media type, with the character set of a text.</summary>
    public static string MediaType(this TableFormat format) => format == TableFormat.Xlsx ? Xlsx : $"{Csv}; charset=utf-8";

    /// <summary>The end of a file's name, with its dot.</summary>
    public static string Extension(this TableFormat format) => format == TableFormat.Xlsx ? ".xlsx" : ".csv";
}
