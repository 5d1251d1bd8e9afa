using System.Globalization;
using Kommunebro.ServiceDefaults;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Kommunebro.Tables;

/// <summary>A table as the sheet of an Excel workbook, with the columns' names in its first row, or below a title.</summary>
public static class XlsxTable
{
    /// <summary>The most rows with the empty ones: a sheet may say of one that it is the two billionth, and the reader then makes all that it leaves out.</summary>
    public const int MostLines = 200_000;

    // The rows above the columns' names are a title; nobody prints a longer one.
    private const int MostTitleRows = 20;

    // Otherwise a cell could name another part of the file, and would be all that this part holds.
    private static readonly OpenXmlConfiguration OnlyText = new() { EnableConvertByteArray = false };

    /// <summary>The rows.</summary>
    /// <param name="content">The file.</param>
    /// <param name="form">What it must be like.</param>
    /// <exception cref="Refusal">not_an_xlsx, file_too_large, too_many_rows, missing_sheet, and what <see cref="TableForm.NameColumns"/> refuses.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream content, TableForm form)
    {
        try
        {
            ImportFile.RefuseBomb(content, form.MostUnpacked);
            SheetWidth.RefuseBomb(content);
            if (form.Sheet is { } sheet && !MiniExcel.GetSheetNames(content).Contains(sheet, StringComparer.OrdinalIgnoreCase))
                throw ImportFile.Refuse("missing_sheet", $"The file has no sheet “{sheet}”.");
            content.Position = 0;
            return ReadRows(MiniExcel.Query(content, useHeaderRow: false, sheetName: form.Sheet, configuration: OnlyText).Cast<IDictionary<string, object?>>(), form);
        }
        // The reader has no exception of its own for a zip that is no workbook: it falls over whatever it misses.
        catch (Exception unreadable) when (unreadable is not (Refusal or OutOfMemoryException))
        {
            throw ImportFile.Refuse("not_an_xlsx", "The file is no Excel workbook, or it is cut off or protected by a password.");
        }
    }

    private static IReadOnlyList<SheetRow> ReadRows(IEnumerable<IDictionary<string, object?>> sheet, TableForm form)
    {
        var (rows, line) = (new TableRows(form), 0);
        foreach (var row in sheet)
        {
            if (++line > MostLines) throw ImportFile.Refuse("file_too_large", $"A sheet has at most {MostLines} rows.");
            rows.Expect(row.Count);
            var cells = CellsOf(row);
            if (rows.HasHeader)
                rows.Add(line, cells);
            else if (form.IsHeader(cells))
                rows.Name(cells);
            else if (line == MostTitleRows)
                break;
        }

        return rows.All();
    }

    /// <summary>The cells by their places: a row names those that it has, and may have more than the sheet says.</summary>
    private static List<string> CellsOf(IDictionary<string, object?> row)
    {
        var cells = new List<string>(row.Count);
        foreach (var (letters, cell) in row)
        {
            var at = SheetColumn.At(letters);
            while (cells.Count <= at) cells.Add("");
            cells[at] = TextOf(cell);
        }

        return cells;
    }

    /// <summary>A day as yyyy-MM-dd and a number with a point, whatever the culture of the sheet or the machine.</summary>
    private static string TextOf(object? cell) => cell switch
    {
        string text => Whole(text.Trim()),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{cell}".Trim(),
    };

    /// <summary>A cell can have half a character, as in _xD83D_, which no database stores; the sign for an unknown one stands in its place.</summary>
    private static string Whole(string text) => text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;
}
