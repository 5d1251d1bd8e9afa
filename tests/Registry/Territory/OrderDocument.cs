using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kommunebro.Tests.Registry.Territory;

/// <summary>Writes a document in the form of the ministry's order: headings, tables, rows of one cell, several dates in a cell.</summary>
internal static class OrderDocument
{
    public static MemoryStream Of(params (string Heading, string Start, string[][] Rows)[] sections)
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            foreach (var (heading, start, rows) in sections)
            {
                body.Append(ParagraphOf("ПЕРЕЛІК"), ParagraphOf(heading));
                body.Append(new Table(
                [
                    RowOf("Код", "Найменування", $"Дата {start}", "Дата завершення*"),
                    .. rows.Select(row => RowOf(row)),
                ]));
            }
            document.AddMainDocumentPart().Document = new Document(body);
        }
        file.Position = 0;
        return file;
    }

    private static TableRow RowOf(params string[] cells) =>
        new(cells.Select(cell => new TableCell(cell.Split('\n').Select(ParagraphOf))));

    private static Paragraph ParagraphOf(string text) => new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
}
