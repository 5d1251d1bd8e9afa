using System.IO.Compression;
using System.Xml;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tables;

/// <summary>
/// How wide the sheets of a workbook say that they are. A few bytes may say of a cell that it stands in the three hundred millionth
/// column, and the reader then makes all of them for each row.
/// </summary>
internal static class SheetWidth
{
    // More letters might be more than a number can say.
    private const int MostLetters = 3;

    /// <summary>Passes when no sheet is wider than a table may be.</summary>
    /// <exception cref="Refusal">file_too_large.</exception>
    /// <exception cref="XmlException">It is no workbook.</exception>
    public static void RefuseBomb(Stream content)
    {
        using (var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true))
            foreach (var sheet in zip.Entries.Where(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.OrdinalIgnoreCase)))
            {
                using var text = sheet.Open();
                using var reader = XmlReader.Create(text);
                while (reader.Read())
                    if (PlaceOf(reader)?.Split(':').Any(IsBeyond) == true)
                        throw TableRows.TooWide();
            }

        content.Position = 0;
    }

    private static bool IsBeyond(string place)
    {
        var letters = string.Concat(place.Where(char.IsLetter)).ToUpperInvariant();
        return letters.Length > MostLetters || SheetColumn.At(letters) >= TableRows.MostColumns;
    }

    private static string? PlaceOf(XmlReader reader) => reader.LocalName switch
    {
        "c" => reader.GetAttribute("r"),
        "dimension" => reader.GetAttribute("ref"),
        _ => null,
    };
}
