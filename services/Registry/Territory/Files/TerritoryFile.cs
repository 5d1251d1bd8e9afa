using Kommunebro.Registry.Imports;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Territory.Files;

/// <summary>Reads the list from a file of one of its forms.</summary>
public static class TerritoryFile
{
    /// <summary>The rows of the file with <paramref name="name"/>: a DOCX as the ministry publishes it, or a CSV.</summary>
    /// <exception cref="Refusal">unsupported_file, and what the form's reader refuses.</exception>
    public static IReadOnlyList<PrintedRow> Read(Stream content, string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".CSV" => TerritoryCsv.Read(content),
        ".DOCX" => TerritoryDocx.Read(content),
        _ => throw ImportFile.Refuse("unsupported_file", "The list comes as .docx, as the ministry publishes it, or as .csv."),
    };
}
