using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Territory.Files;

/// <summary>Reads the list from a file of one of its forms.</summary>
public static class TerritoryFile
{
    /// <summary>More than any edition has: the longest so far had some 3,200 periods and half a megabyte.</summary>
    public const long MostBytes = 50 * 1024 * 1024;

    /// <summary>The rows of the file with <paramref name="name"/>: a DOCX as the ministry publishes it, or a CSV.</summary>
    /// <exception cref="Refusal">empty_file, file_too_large, unsupported_file, and what the form's reader refuses.</exception>
    public static IReadOnlyList<PrintedRow> Read(Stream content, string name)
    {
        if (content.Length == 0)
            throw Refuse("empty_file", "The file is empty.");
        if (content.Length > MostBytes)
            throw Refuse("file_too_large", $"A list has at most {MostBytes / 1024 / 1024} MB.");
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" => TerritoryCsv.Read(content),
            ".DOCX" => TerritoryDocx.Read(content),
            _ => throw Refuse("unsupported_file", "The list comes as .docx, as the ministry publishes it, or as .csv."),
        };
    }

    internal static Refusal Refuse(string code, string message) => new(RefusalKind.Invalid, code, message, "file");
}
