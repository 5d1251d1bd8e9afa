using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>Reads a file of needs: a CSV, or the first sheet of an Excel workbook, with the columns' names in any of the three languages.</summary>
internal static class NeedFile
{
    /// <summary>The rows, their cells by the codes of the columns.</summary>
    /// <exception cref="Refusal">empty_file, too_many_rows, unknown_column, column_twice, missing_column, and what <see cref="CsvTable.Read(Stream, string[])"/> and <see cref="XlsxTable.Read"/> refuse.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream content)
    {
        var rows = content.Length == 0 ? []
            : IsZip(content) ? XlsxTable.Read(content, header => header.Any(name => NeedColumns.Find(name) is not null))
            : CsvTable.Read(content);
        if (rows.Count == 0)
            throw ImportFile.Refuse("empty_file", "The file has no rows.");
        if (rows.Count > ImportOrder.MostRows)
            throw ImportFile.Refuse("too_many_rows", $"At most {ImportOrder.MostRows} rows; this file has {rows.Count}. Send it in parts.");
        var columns = ColumnsOf([.. rows.SelectMany(row => row.Cells.Keys).Distinct(StringComparer.OrdinalIgnoreCase)]);
        return [.. rows.Select(row => new SheetRow(row.Line, row.Cells
            .Where(cell => cell.Value.Length > 0)
            .ToDictionary(cell => columns[cell.Key].Code, cell => SafeCell.Undone(cell.Value), StringComparer.Ordinal)))];
    }

    /// <summary>Each name with its column. What is not understood would be lost, so it is refused.</summary>
    private static Dictionary<string, NeedColumn> ColumnsOf(IReadOnlyList<string> names)
    {
        var columns = new Dictionary<string, NeedColumn>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => name.Length > 0))
            columns[name] = NeedColumns.Find(name)
                ?? throw ImportFile.Refuse("unknown_column", $"There is no column “{name}”; see the template.");
        if (columns.Values.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw ImportFile.Refuse("column_twice", $"The column {twice.Key.Code} stands twice.");
        var missing = NeedColumns.All.Where(column => column.Required && !columns.ContainsValue(column)).Select(column => column.Code).ToList();
        return missing.Count == 0 ? columns : throw ImportFile.Refuse("missing_column", $"The first line lacks: {string.Join(", ", missing)}.");
    }

    private static bool IsZip(Stream content)
    {
        Span<byte> start = stackalloc byte[4];
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return read == start.Length && start.SequenceEqual("PK\u0003\u0004"u8);
    }
}
