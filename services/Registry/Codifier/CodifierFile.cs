using Kommunebro.Registry.Imports;
using Kommunebro.ServiceDefaults;
using MiniExcelLibs;

namespace Kommunebro.Registry.Codifier;

/// <summary>Reads the codifier of administrative-territorial units (KATOTTG) as the ministry publishes it: an XLSX with the sheet “Кодифікатор”, or a CSV.</summary>
internal static class CodifierFile
{
    private const string Sheet = "Кодифікатор";

    /// <summary>The columns of the five levels, of which the last that is filled is the unit's own code.</summary>
    public static readonly string[] Levels = ["Перший рівень", "Другий рівень", "Третій рівень", "Четвертий рівень", "Додатковий рівень"];

    /// <summary>The column of the letter that says what it is.</summary>
    public const string Category = "Категорія об’єкта";

    /// <summary>The column of the name.</summary>
    public const string Name = "Назва об’єкта";

    // The lines above the columns' names are a title; nobody prints a longer one.
    private const int MostTitleRows = 20;

    private static readonly string[] Required = [Levels[0], Levels[2], Category, Name];

    /// <summary>The rows.</summary>
    /// <exception cref="Refusal">unsupported_file, not_an_xlsx, file_too_large, and what <see cref="CsvTable.Read"/> refuses.</exception>
    public static IReadOnlyList<RegisterRow> Read(Stream content, string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".CSV" => CsvTable.Read(content, Required),
        ".XLSX" => ReadSheet(content),
        _ => throw ImportFile.Refuse("unsupported_file", "The codifier comes as .xlsx, as the ministry publishes it, or as .csv."),
    };

    private static List<RegisterRow> ReadSheet(Stream content)
    {
        try
        {
            ImportFile.RefuseBomb(content);
            if (!MiniExcel.GetSheetNames(content).Contains(Sheet, StringComparer.OrdinalIgnoreCase))
                throw ImportFile.Refuse("missing_sheet", $"The file has no sheet “{Sheet}”.");
            content.Position = 0;
            return ReadRows(MiniExcel.Query(content, useHeaderRow: false, sheetName: Sheet).Cast<IDictionary<string, object?>>());
        }
        // The reader has no exception of its own for a zip that is no workbook.
        catch (Exception unreadable) when (unreadable is InvalidDataException or System.Xml.XmlException or InvalidOperationException or FormatException)
        {
            throw ImportFile.Refuse("not_an_xlsx", "The file is no Excel workbook, or it is cut off or protected by a password.");
        }
    }

    private static List<RegisterRow> ReadRows(IEnumerable<IDictionary<string, object?>> sheet)
    {
        Dictionary<string, string>? columns = null;
        var (rows, line) = (new List<RegisterRow>(), 0);
        foreach (var row in sheet)
        {
            line++;
            var cells = row.ToDictionary(cell => cell.Key, cell => $"{cell.Value}".Trim(), StringComparer.Ordinal);
            if (columns is not null)
                rows.Add(new RegisterRow(line, columns.Where(column => cells.ContainsKey(column.Key)).ToDictionary(column => column.Value, column => cells[column.Key])));
            else if (cells.ContainsValue(Levels[0]))
                columns = cells.Where(cell => cell.Value.Length > 0).ToDictionary();
            else if (line == MostTitleRows)
                break;
        }
        CsvTable.Require(columns is null ? [] : columns.Values, Required);
        // Sheets often end in rows that only have a format.
        return [.. rows.Where(row => row.Cells.Values.Any(cell => cell.Length > 0))];
    }
}
