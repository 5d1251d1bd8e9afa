using System.IO.Compression;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;
using MiniExcelLibs;

namespace Kommunebro.Tests.Registry.Imports;

public sealed class XlsxTableTests
{
    [Theory]
    [InlineData(3, null)]
    [InlineData(3000, null)]
    [InlineData(200_001, "file_too_large")]
    public async Task Rows_that_are_left_out_are_none_and_a_sheet_that_says_it_has_more_than_any_register_is_refused(int last, string? code)
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(new[] { Row("katottg"), Row("first"), Row("last") }, printHeader: false);
        await MoveThirdRowAsync(workbook, last);

        if (code is null) Assert.Equal([(2, "first"), (last, "last")], Read(workbook).Select(row => (row.Line, row["katottg"])));
        else Assert.Equal(code, Assert.Throws<Refusal>(() => Read(workbook)).Code);
    }

    private static IReadOnlyList<SheetRow> Read(Stream workbook) => XlsxTable.Read(workbook, cells => cells.Contains("katottg"), null, "katottg");

    private static Dictionary<string, object> Row(string cell) => new() { ["A"] = cell };

    private static async Task MoveThirdRowAsync(Stream workbook, int row)
    {
        await using (var zip = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(entry => entry.Name == "sheet1.xml");
            string text;
            using (var reader = new StreamReader(await sheet.OpenAsync())) text = await reader.ReadToEndAsync();
            var name = sheet.FullName;
            sheet.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
            await writer.WriteAsync(text.Replace("r=\"3\"", $"r=\"{row}\"", StringComparison.Ordinal).Replace("r=\"A3\"", $"r=\"A{row}\"", StringComparison.Ordinal));
        }

        workbook.Position = 0;
    }
}
