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
    /// <param name="required">Columns that must be there; case does not count.</param>
    /// <exception cref="Refusal">wrong_encoding, missing_column, malformed_csv.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream content, params string[] required)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
        };
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        using var csv = new CsvReader(text, configuration);
        try
        {
            return ReadRows(csv, required);
        }
        catch (DecoderFallbackException)
        {
            throw ImportFile.Refuse("wrong_encoding", "The file is not in UTF-8.");
        }
        catch (CsvHelperException malformed)
        {
            throw ImportFile.Refuse("malformed_csv", $"Line {csv.Parser.RawRow} cannot be read: {malformed.Message.Split('\n')[0].Trim()}");
        }
    }

    /// <summary>Passes when no column is missing.</summary>
    /// <exception cref="Refusal">missing_column.</exception>
    public static void Require(IEnumerable<string> header, string[] required)
    {
        if (required.Except(header, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } missing)
            throw ImportFile.Refuse("missing_column", $"The first line lacks: {string.Join(", ", missing)}.");
    }

    private static List<SheetRow> ReadRows(CsvReader csv, string[] required)
    {
        csv.Read();
        csv.ReadHeader();
        string[] header = [.. (csv.HeaderRecord ?? []).Select(name => name.Trim())];
        Require(header, required);
        var rows = new List<SheetRow>();
        while (csv.Read())
        {
            // A quote that is not closed swallows what follows: the cell has lines in it, and those after it are missing. Empty cells at the end may be left off.
            if (csv.Parser.Count < required.Length || (csv.Parser.Count < header.Length && csv.Parser.Record!.Any(cell => cell.Contains('\n', StringComparison.Ordinal))))
                throw ImportFile.Refuse("malformed_csv", $"Line {csv.Parser.RawRow} has too few cells; is a quote open?");
            var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var at = 0; at < Math.Min(header.Length, csv.Parser.Count); at++) cells[header[at]] = csv.Parser[at];
            rows.Add(new SheetRow(csv.Parser.RawRow, cells));
        }
        return rows;
    }
}
