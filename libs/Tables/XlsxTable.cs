using System.Globalization;
using Kommunebro.ServiceDefaults;
using MiniExcelLibs;

namespace Kommunebro.Tables;

/// <summary>A table as the sheet of an Excel workbook, with the columns' names in its first row, or below a title.</summary>
public static class XlsxTable
{
    // The rows above the columns' names are a title; nobody prints a longer one.
    private const int MostTitleRows = 20;

    // More than any register has: a sheet may say of one row that it is the two billionth, and the reader then makes all that it leaves out.
    private const int MostRows = 200_000;

    /// <summary>The rows.</summary>
    /// <param name="content">The file.</param>
    /// <param name="isHeader">Whether the cells of a row are the columns' names.</param>
    /// <param name="sheet">The sheet's name; null for the first one.</param>
    /// <param name="required">Columns that must be there; case does not count.</param>
    /// <exception cref="Refusal">not_an_xlsx, file_too_large, missing_sheet, missing_column.</exception>
    public static IReadOnlyList<SheetRow> Read(
        Stream content, Func<IReadOnlyCollection<string>, bool> isHeader, string? sheet = null, params string[] required)
    {
        try
        {
            ImportFile.RefuseBomb(content);
            if (sheet is not null && !MiniExcel.GetSheetNames(content).Contains(sheet, StringComparer.OrdinalIgnoreCase))
                throw ImportFile.Refuse("missing_sheet", $"The file has no sheet “{sheet}”.");
            content.Position = 0;
            return ReadRows(MiniExcel.Query(content, useHeaderRow: false, sheetName: sheet).Cast<IDictionary<string, object?>>(), isHeader, required);
        }
        // The reader has no exception of its own for a zip that is no workbook.
        catch (Exception unreadable) when (unreadable is InvalidDataException or System.Xml.XmlException or InvalidOperationException or FormatException)
        {
            throw ImportFile.Refuse("not_an_xlsx", "The file is no Excel workbook, or it is cut off or protected by a password.");
        }
    }

    private static List<SheetRow> ReadRows(
        IEnumerable<IDictionary<string, object?>> sheet, Func<IReadOnlyCollection<string>, bool> isHeader, string[] required)
    {
        Dictionary<string, string>? columns = null;
        var (rows, line) = (new List<SheetRow>(), 0);
        foreach (var row in sheet)
        {
            if (++line > MostRows) throw ImportFile.Refuse("file_too_large", $"A sheet has at most {MostRows} rows.");
            var cells = row.ToDictionary(cell => cell.Key, cell => TextOf(cell.Value), StringComparer.Ordinal);
            if (columns is not null)
                Add(rows, Named(line, cells, columns));
            else if (isHeader(cells.Values))
                columns = cells.Where(cell => cell.Value.Length > 0).ToDictionary();
            else if (line == MostTitleRows)
                break;
        }

        CsvTable.Require(columns is null ? [] : columns.Values, required);
        return rows;
    }

    private static void Add(List<SheetRow> rows, SheetRow row)
    {
        // Sheets often end in rows that only have a format.
        if (row.Cells.Values.Any(cell => cell.Length > 0)) rows.Add(row);
    }

    private static SheetRow Named(int line, Dictionary<string, string> cells, Dictionary<string, string> columns)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, name) in columns)
            if (cells.TryGetValue(place, out var cell)) named[name] = cell;
        return new SheetRow(line, named);
    }

    /// <summary>A day as yyyy-MM-dd and a number with a point, whatever the culture of the sheet or the machine.</summary>
    private static string TextOf(object? cell) => cell switch
    {
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{cell}".Trim(),
    };
}
