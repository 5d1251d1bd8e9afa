using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>The form of a file of needs.</summary>
public enum TableFormat { Csv, Xlsx }

/// <summary>Forms by their names and media types.</summary>
internal static class TableFormats
{
    public const string Csv = "text/csv";

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

    public static string MediaType(this TableFormat format) => format == TableFormat.Xlsx ? Xlsx : $"{Csv}; charset=utf-8";

    public static string Extension(this TableFormat format) => format == TableFormat.Xlsx ? ".xlsx" : ".csv";
}
