using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Kommunebro.Registry.Territory.Files;

/// <summary>
/// The list as CSV in UTF-8, separated by commas or semicolons. Columns: katottg, category, start_date; name_uk, end_date and
/// except_katottg may be missing. A cell may hold several dates, and several codes.
/// </summary>
internal static class TerritoryCsv
{
    private static readonly string[] Required = ["katottg", "category", "start_date"];

    /// <exception cref="ServiceDefaults.Refusal">wrong_encoding, missing_column, malformed_csv.</exception>
    public static IReadOnlyList<PrintedRow> Read(Stream content)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            MissingFieldFound = null,
        };
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        using var csv = new CsvReader(text, configuration);
        try
        {
            return ReadRows(csv);
        }
        catch (DecoderFallbackException)
        {
            throw TerritoryFile.Refuse("wrong_encoding", "The file is not in UTF-8.");
        }
        catch (CsvHelperException malformed)
        {
            throw TerritoryFile.Refuse("malformed_csv", $"Line {csv.Parser.RawRow} cannot be read: {malformed.Message.Split('\n')[0].Trim()}");
        }
    }

    private static List<PrintedRow> ReadRows(CsvReader csv)
    {
        csv.Read();
        csv.ReadHeader();
        string[] header = [.. (csv.HeaderRecord ?? []).Select(name => name.Trim().ToLowerInvariant())];
        if (Required.Except(header, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            throw TerritoryFile.Refuse("missing_column", $"The first line lacks: {string.Join(", ", missing)}.");
        var rows = new List<PrintedRow>();
        while (csv.Read())
        {
            // A quote that is not closed swallows what follows.
            if (csv.Parser.Count < Required.Length)
                throw TerritoryFile.Refuse("malformed_csv", $"Line {csv.Parser.RawRow} has too few cells; is a quote open?");
            rows.Add(new PrintedRow(
                csv.Parser.RawRow,
                Field(csv, "katottg"),
                Field(csv, "name_uk"),
                Field(csv, "category"),
                Field(csv, "start_date"),
                Field(csv, "end_date"),
                Field(csv, "except_katottg")));
        }
        return rows;
    }

    private static string Field(CsvReader csv, string name) => csv.TryGetField<string>(name, out var value) ? value ?? "" : "";
}
