using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kommunebro.Registry.Imports;

namespace Kommunebro.Registry.Territory.Files;

/// <summary>
/// The list as the ministry publishes it: tables with code, name, first day and last day, each after the heading of its section. A row of
/// one cell is the heading of an oblast or raion.
/// </summary>
internal static class TerritoryDocx
{
    /// <exception cref="ServiceDefaults.Refusal">not_a_docx, file_too_large, no_tables.</exception>
    public static IReadOnlyList<PrintedRow> Read(Stream content)
    {
        try
        {
            ImportFile.RefuseBomb(content);
            using var document = WordprocessingDocument.Open(content, isEditable: false);
            var body = document.MainDocumentPart?.Document?.Body ?? throw NoDocx();
            var rows = ReadTables(body).ToList();
            return rows.Count > 0 ? rows : throw ImportFile.Refuse("no_tables", "The document has no table whose first column is headed “Код”.");
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or OpenXmlPackageException or FileFormatException or System.Xml.XmlException)
        {
            throw NoDocx();
        }
    }

    private static IEnumerable<PrintedRow> ReadTables(Body body)
    {
        var (section, line) = ("", 0);
        foreach (var element in body.ChildElements)
        {
            if (element is Paragraph paragraph && paragraph.InnerText.Trim() is { Length: > 0 } heading)
                section = $"{section} {heading}";
            if (element is not Table table) continue;
            foreach (var row in ReadTable(table, section))
                yield return row with { Line = line + row.Line };
            line += table.Elements<TableRow>().Count();
            section = "";
        }
    }

    private static IEnumerable<PrintedRow> ReadTable(Table table, string section)
    {
        var (header, number) = ("", 0);
        foreach (var row in table.Elements<TableRow>())
        {
            number++;
            string[] cells = [.. row.Elements<TableCell>().Select(TextOf)];
            if (cells.Length < 3) continue;
            if (cells[0].StartsWith("Код", StringComparison.OrdinalIgnoreCase)) header = string.Join(' ', cells);
            else if (header.Length > 0)
                yield return new PrintedRow(number, cells[0], cells[1], $"{header} {section}", cells[2], cells.Length > 3 ? cells[3] : "");
        }
    }

    /// <summary>Paragraphs and breaks of a cell on lines of their own: several dates stand so.</summary>
    private static string TextOf(TableCell cell) => string.Join('\n', cell.Elements<Paragraph>().Select(paragraph => string.Concat(
        paragraph.Descendants().Select(part => part switch { Text text => text.Text, Break => "\n", TabChar => " ", _ => "" })))).Trim();

    private static ServiceDefaults.Refusal NoDocx() =>
        ImportFile.Refuse("not_a_docx", "The file is no Word document, or it is cut off or protected by a password.");
}
