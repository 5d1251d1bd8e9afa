using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>Reads a file of needs: a CSV, or the first sheet of an Excel workbook, with the columns' names in any of the three languages.</summary>
internal static class NeedFile
{
    // Texts pack well, but nobody writes more in 20,000 rows; registers are larger.
    private const long MostUnpacked = FileRefusals.MostMegabytes * 1024 * 1024;

    /// <summary>The rows, their cells by the codes of the columns.</summary>
    /// <param name="content">The file.</param>
    /// <param name="language">The language of refusals: nb, uk or en.</param>
    /// <exception cref="Refusal">empty_file, unknown_column, column_twice, missing_column, and what <see cref="CsvTable.Read"/> and <see cref="XlsxTable.Read"/> refuse.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream content, string language)
    {
        var refusals = new FileRefusals(language);
        var form = new TableForm
        {
            NameColumns = header => CodesOf(header, refusals),
            IsHeader = header => header.Any(name => NeedColumns.Find(name) is not null),
            MostRows = ImportOrder.MostRows,
            MostUnpacked = MostUnpacked,
        };
        try
        {
            var rows = content.Length == 0 ? [] : IsZip(content) ? XlsxTable.Read(content, form) : CsvTable.Read(content, form);
            if (rows.Count == 0)
                throw refusals.NoRows();
            if (rows.FirstOrDefault(row => row.Beside is not null) is { } beside)
                throw refusals.ColumnWithoutName(beside);
            return [.. rows.Select(Filled)];
        }
        catch (Refusal refusal)
        {
            throw refusals.Translate(refusal);
        }
    }

    private static SheetRow Filled(SheetRow row) => new(row.Line, row.Cells
        .Where(cell => cell.Value.Length > 0).ToDictionary(cell => cell.Key, cell => SafeCell.Undone(cell.Value), StringComparer.Ordinal));

    /// <summary>The code of each column by its place. What is not understood would be lost, so it is refused.</summary>
    private static List<string> CodesOf(IReadOnlyList<string> header, FileRefusals refusals)
    {
        var codes = new List<string>(header.Count);
        foreach (var name in header)
        {
            var code = name.Length == 0 ? "" : NeedColumns.Find(name)?.Code ?? throw refusals.UnknownColumn(name);
            if (code.Length > 0 && codes.Contains(code))
                throw refusals.ColumnTwice(name);
            codes.Add(code);
        }

        var missing = NeedColumns.All.Where(column => column.Required && !codes.Contains(column.Code)).ToList();
        return missing.Count == 0 ? codes : throw refusals.MissingColumns(missing);
    }

    private static bool IsZip(Stream content)
    {
        Span<byte> start = stackalloc byte[4];
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return read == start.Length && start.SequenceEqual("PK\u0003\u0004"u8);
    }
}
