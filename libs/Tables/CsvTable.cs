using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tables;

/// <summary>A table as CSV in UTF-8, separated by commas, semicolons or tabs, with the columns' names in its first line.</summary>
public static class CsvTable
{
    /// <summary>The rows.</summary>
    /// <param name="content">The file.</param>
    /// <param name="form">What it must be like.</param>
    /// <exception cref="Refusal">wrong_encoding, malformed_csv, too_many_rows, file_too_large, and what <see cref="TableForm.NameColumns"/> refuses.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream content, TableForm form)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
        };
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        using var lines = new LineLimit(text);
        using var csv = new CsvReader(lines, configuration);
        try
        {
            return ReadRows(csv, lines, form);
        }
        catch (DecoderFallbackException)
        {
            throw ImportFile.Refuse("wrong_encoding", "The file is not in UTF-8.");
        }
        catch (CsvHelperException malformed)
        {
            throw ImportFile.Refuse("malformed_csv", csv.Parser.RawRow, $"Line {csv.Parser.RawRow} cannot be read: {malformed.Message.Split('\n')[0].Trim()}");
        }
    }

    private static IReadOnlyList<SheetRow> ReadRows(CsvReader csv, LineLimit lines, TableForm form)
    {
        var rows = new TableRows(form);
        while (csv.Read())
        {
            lines.Renew();
            rows.Expect(csv.Parser.Count);
            var cells = csv.Parser.Record!;
            if (!rows.HasHeader)
                rows.Name([.. cells.Select(name => name.Trim())]);
            // A quote that is not closed swallows what follows: the cell has lines in it, and those after it are missing. Empty cells at the end may be left off.
            else if (cells.Length < form.FewestCells || (cells.Length < rows.Columns && cells.Any(cell => cell.Contains('\n', StringComparison.Ordinal))))
                throw ImportFile.Refuse("malformed_csv", csv.Parser.RawRow, $"Line {csv.Parser.RawRow} has too few cells; is a quote open?");
            else
                rows.Add(csv.Parser.RawRow, cells);
        }

        return rows.All();
    }
}
