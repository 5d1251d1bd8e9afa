using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Kommunebro.Tables;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name, at most 31 characters.</param>
/// <param name="Rows">Its rows, the columns' names first.</param>
public sealed record Sheet(string Name, IEnumerable<IReadOnlyList<string>> Rows);

/// <summary>Writes tables as an Excel workbook of texts, formula-safe.</summary>
public static class XlsxOut
{
    /// <summary>Writes the workbook to <paramref name="output"/>, which must be able to seek and stays open.</summary>
    public static Task WriteAsync(Stream output, IReadOnlyList<Sheet> sheets, CancellationToken cancellationToken) => MiniExcel.SaveAsAsync(
        output,
        sheets.ToDictionary(sheet => sheet.Name, object (sheet) => sheet.Rows.Select(RowOf)),
        printHeader: false,
        configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None, AutoFilter = false },
        cancellationToken: cancellationToken);

    // The writer takes rows by the names of their columns; here these are the places.
    private static Dictionary<string, object> RowOf(IReadOnlyList<string> cells) =>
        cells.Select((cell, at) => (Name: $"c{at:000}", Cell: SafeCell.Of(cell))).ToDictionary(pair => pair.Name, object (pair) => pair.Cell, StringComparer.Ordinal);
}
