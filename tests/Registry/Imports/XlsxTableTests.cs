using System.IO.Compression;
using System.Text.RegularExpressions;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;
using MiniExcelLibs;

namespace Kommunebro.Tests.Registry.Imports;

public sealed partial class XlsxTableTests
{
    [Theory]
    [InlineData(3, null)]
    [InlineData(3000, null)]
    [InlineData(200_001, "file_too_large")]
    public async Task Rows_that_are_left_out_are_none_and_a_sheet_that_says_it_has_more_than_any_register_is_refused(int last, string? code)
    {
        using var workbook = await WorkbookAsync("last", sheet => ThirdRowAt(sheet, last));

        if (code is null) Assert.Equal([(2, "first"), (last, "last")], Read(workbook).Select(row => (row.Line, row["katottg"])));
        else Assert.Equal(code, Assert.Throws<Refusal>(() => Read(workbook)).Code);
    }

    [Fact]
    public async Task A_sheet_of_more_cells_than_a_machine_has_room_for_is_refused_while_it_is_read()
    {
        using var workbook = await WorkbookAsync("last", sheet => Dimension().Replace(ThirdRowAt(sheet, 199_000), "ref=\"A1:Z199000\""));

        Assert.Equal("file_too_large", Assert.Throws<Refusal>(() => Read(workbook)).Code);
    }

    [Theory]
    [InlineData("A1:ZZZZZZ3", "A3")]
    [InlineData("A1:XFD3", "A3")]
    [InlineData("A1:A3", "IW3")]
    public async Task A_sheet_wider_than_any_table_is_refused_before_its_columns_are_made(string dimension, string cell)
    {
        using var workbook = await WorkbookAsync(
            "last", sheet => Dimension().Replace(sheet, $"ref=\"{dimension}\"").Replace("r=\"A3\"", $"r=\"{cell}\"", StringComparison.Ordinal));

        Assert.Equal("file_too_large", Assert.Throws<Refusal>(() => Read(workbook)).Code);
    }

    [Fact]
    public async Task A_long_text_that_all_cells_share_is_counted_in_each()
    {
        using var workbook = await WorkbookAsync(
            "last",
            sheet => sheet.Replace("</x:sheetData>", $"{string.Concat(Enumerable.Range(4, 2_000).Select(SharedTextIn))}</x:sheetData>", StringComparison.Ordinal),
            shared: new string('x', 1_000));

        Assert.Equal("file_too_large", Assert.Throws<Refusal>(() => XlsxTable.Read(workbook, Form with { MostUnpacked = 1_000_000 })).Code);
        workbook.Position = 0;
        Assert.Equal(2_002, XlsxTable.Read(workbook, Form).Count);
    }

    [Fact]
    public async Task A_cell_that_names_a_part_of_the_file_stays_the_text_that_it_is()
    {
        using var workbook = await WorkbookAsync("@@@fileid@@@,xl/nothing", sheet => sheet);

        Assert.Equal("@@@fileid@@@,xl/nothing", Read(workbook)[1]["katottg"]);
    }

    [Fact]
    public async Task Half_a_character_becomes_the_sign_for_an_unknown_one()
    {
        using var workbook = await WorkbookAsync("half \ud83d, whole \U0001F642", sheet => sheet);

        Assert.Equal("half \uFFFD, whole \U0001F642", Read(workbook)[1]["katottg"]);
    }

    [Fact]
    public async Task Text_beside_the_named_columns_is_told_by_the_columns_letter()
    {
        using var workbook = await WorkbookAsync("last", sheet => sheet.Replace("r=\"A3\"", "r=\"C3\"", StringComparison.Ordinal));

        Assert.Equal([null, "C"], Read(workbook).Select(row => row.Beside));
    }

    private static TableForm Form => TableForm.Requiring("katottg") with { IsHeader = cells => cells.Contains("katottg") };

    private static IReadOnlyList<SheetRow> Read(Stream workbook) => XlsxTable.Read(workbook, Form);

    private static Dictionary<string, object> Row(string cell) => new() { ["A"] = cell };

    private static string ThirdRowAt(string sheet, int row) =>
        sheet.Replace("r=\"3\"", $"r=\"{row}\"", StringComparison.Ordinal).Replace("r=\"A3\"", $"r=\"A{row}\"", StringComparison.Ordinal);

    private static string SharedTextIn(int row) => $"<x:row r=\"{row}\"><x:c r=\"A{row}\" t=\"s\"><x:v>0</x:v></x:c></x:row>";

    /// <summary>A workbook of a header and two cells, whose sheet somebody has changed.</summary>
    private static async Task<MemoryStream> WorkbookAsync(string last, Func<string, string> change, string shared = "")
    {
        var workbook = new MemoryStream();
        await workbook.SaveAsAsync(new[] { Row("katottg"), Row("first"), Row(last) }, printHeader: false);
        await using (var zip = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(await zip.Entries.Single(entry => entry.Name == "sheet1.xml").OpenAsync())) text = await reader.ReadToEndAsync();
            await PutAsync(zip, "xl/worksheets/sheet1.xml", change(text));
            await PutAsync(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>{shared}</t></si></sst>");
        }

        workbook.Position = 0;
        return workbook;
    }

    private static async Task PutAsync(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)?.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
        await writer.WriteAsync(text);
    }

    [GeneratedRegex("ref=\"[A-Z0-9:]*\"", RegexOptions.None, 1000)]
    private static partial Regex Dimension();
}
