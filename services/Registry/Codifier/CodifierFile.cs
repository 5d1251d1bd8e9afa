using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Codifier;

/// <summary>Reads the codifier of administrative-territorial units (KATOTTG) as the ministry publishes it: an XLSX with the sheet “Кодифікатор”, or a CSV.</summary>
internal static class CodifierFile
{
    private const string Sheet = "Кодифікатор";

    /// <summary>The columns of the five levels, of which the last that is filled is the unit's own code.</summary>
    public static readonly string[] Levels = ["Перший рівень", "Другий рівень", "Третій рівень", "Четвертий рівень", "Додатковий рівень"];

    /// <summary>The column of the letter that says what it is.</summary>
    public const string Category = "Категорія об’єкта";

    /// <summary>The column of the name.</summary>
    public const string Name = "Назва об’єкта";

    private static readonly string[] Required = [Levels[0], Levels[2], Category, Name];

    /// <summary>The rows.</summary>
    /// <exception cref="Refusal">unsupported_file, and what <see cref="CsvTable.Read"/> and <see cref="XlsxTable.Read"/> refuse.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream content, string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".CSV" => CsvTable.Read(content, TableForm.Requiring(Required)),
        ".XLSX" => XlsxTable.Read(content, TableForm.Requiring(Required) with { IsHeader = header => header.Contains(Levels[0]), Sheet = Sheet }),
        _ => throw ImportFile.Refuse("unsupported_file", "The codifier comes as .xlsx, as the ministry publishes it, or as .csv."),
    };
}
