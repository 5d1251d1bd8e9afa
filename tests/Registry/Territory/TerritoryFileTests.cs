using System.IO.Compression;
using System.Text;
using Kommunebro.Contracts;
using Kommunebro.Registry.Territory;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Territory.Files;
using Kommunebro.ServiceDefaults;
using MiniExcelLibs;

namespace Kommunebro.Tests.Registry.Territory;

public sealed class TerritoryFileTests
{
    private const string Hromada = "UA63120270000028556";
    private const string Raion = "UA63120000000057192";
    private const string Settlement = "UA63120270010096107";

    [Fact]
    public void A_document_of_the_ministry_is_read_by_its_headings()
    {
        using var file = OrderDocument.Of(
            ("Території можливих бойових дій", "виникнення можливості бойових дій*", [["Харківська область"], [Raion, "Харківський район", "24.02.2022\n01.03.2023", "30.11.2022"]]),
            ("Території активних бойових дій", "початку бойових дій*", [[Hromada, "Громада", "01.01.2024", ""]]),
            ("Території активних бойових дій, на яких функціонують державні електронні інформаційні ресурси", "початку бойових дій*", [[Settlement, "с. Перше", "02.01.2024", "–"]]),
            ("Тимчасово окуповані території", "початку тимчасової окупації*", [[Settlement, "с. Перше", "24.02.2022", "11.09.2022"]]));

        var rows = Read(file, "376.docx");

        Assert.Equal(
        [
            (Raion, TerritoryStatus.PossibleHostilities, new DateOnly(2022, 2, 24), new DateOnly(2022, 11, 30)),
            (Raion, TerritoryStatus.PossibleHostilities, new DateOnly(2023, 3, 1), null),
            (Hromada, TerritoryStatus.ActiveHostilities, new DateOnly(2024, 1, 1), null),
            (Settlement, TerritoryStatus.ActiveHostilitiesServicesOn, new DateOnly(2024, 1, 2), null),
            (Settlement, TerritoryStatus.Occupied, new DateOnly(2022, 2, 24), (DateOnly?)new DateOnly(2022, 9, 11)),
        ],
        rows.Select(row => (row.Code, row.Status, row.From, row.Until)));
    }

    [Theory]
    [InlineData("katottg,name_uk,category,start_date,end_date\nUA63120270000028556,\"Громада, міська\",occupied,2022-02-24,\n")]
    [InlineData("\uFEFFKATOTTG;name_uk;Category;start_date;end_date\r\nUA63120270000028556;Громада, міська;temporarily_occupied;24.02.2022;\r\n")]
    [InlineData("category;start_date;katottg;name_uk\noccupied;\"24.02.2022\";UA63120270000028556;\"Громада, міська\"\n")]
    public void A_CSV_may_have_commas_or_semicolons_a_byte_order_mark_quotes_and_columns_in_any_order(string text)
    {
        var row = Assert.Single(Read(Csv(text), "list.csv"));
        Assert.Equal((Hromada, "Громада, міська", TerritoryStatus.Occupied, new DateOnly(2022, 2, 24), null), (row.Code, row.Name, row.Status, row.From, row.Until));
    }

    [Theory]
    [InlineData("UA631202700000285567,occupied,2022-02-24,", "katottg", "invalid_katottg")]
    [InlineData("UА63120270000028556,occupied,2022-02-24,", "katottg", "cyrillic_letters")]
    [InlineData("ua63120270000028556,occupied,2022-02-24,", "katottg", "lower_case")]
    [InlineData("UA63120270000028556,liberated,2022-02-24,", "category", "unknown_category")]
    [InlineData("UA63120270000028556,occupied,,", "start_date", "missing_start")]
    [InlineData("UA63120270000028556,occupied,31.02.2022,", "start_date", "invalid_date")]
    [InlineData("UA63120270000028556,occupied,24/02/2022,", "start_date", "invalid_date")]
    [InlineData("UA63120270000028556,occupied,2022-02-24,2022-02-23", "end_date", "end_before_start")]
    [InlineData("UA63120270000028556,occupied,2022-02-24,2022-03-01 2022-04-01", "end_date", "unpaired_dates")]
    [InlineData("UA63120270000028556,occupied,2022-02-24 2022-02-24,2022-03-01", "start_date", "stands_twice")]
    [InlineData("UA63120270000028556,occupied,2022-02-24,,UA46060250000025047", "except_katottg", "outside_unit")]
    public void Each_fault_of_a_row_has_its_line_field_and_code(string row, string field, string code)
    {
        var (_, faults) = Rows(Csv($"katottg,category,start_date,end_date,except_katottg\n{Raion},occupied,2022-02-24,,\n{row}\n"), "list.csv");
        var fault = Assert.Single(faults);
        Assert.Equal((3, field, code), (fault.Line, fault.Field, fault.Code));
        Assert.All(new[] { "nb", "uk", "en" }, language => Assert.NotEmpty(fault.Tell(language)));
        Assert.NotEqual(fault.Tell("nb"), fault.Tell("uk"));
    }

    [Theory]
    [InlineData("list.txt", "x", "unsupported_file")]
    [InlineData("list.csv", "code,status\nUA63120270000028556,occupied\n", "missing_column")]
    [InlineData("list.csv", "katottg,category,start_date\n\"UA63120270000028556,occupied,2022-02-24\n", "malformed_csv")]
    [InlineData("list.docx", "no document at all", "not_a_docx")]
    public void A_file_that_cannot_be_read_says_why(string name, string content, string code) =>
        Assert.Equal(code, Assert.Throws<Refusal>(() => Read(Csv(content), name)).Code);

    [Fact]
    public void Another_encoding_is_told()
    {
        var bytes = Encoding.UTF8.GetBytes("katottg,name_uk,category,start_date\nUA63120270000028556,").Concat([(byte)0xC3, (byte)0xF0]).ToArray();
        Assert.Equal("wrong_encoding", Assert.Throws<Refusal>(() => Read(new MemoryStream(bytes), "list.csv")).Code);
    }

    [Fact]
    public void A_document_that_is_cut_off_is_no_document()
    {
        using var whole = OrderDocument.Of(("Тимчасово окуповані території", "початку тимчасової окупації*", [[Hromada, "Громада", "24.02.2022", ""]]));
        using var half = new MemoryStream(whole.ToArray()[..(int)(whole.Length / 2)]);
        Assert.Equal("not_a_docx", Assert.Throws<Refusal>(() => Read(half, "list.docx")).Code);
    }

    [Fact]
    public async Task A_document_of_another_kind_is_no_document()
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(new[] { new { Код = Hromada } });
        workbook.Position = 0;
        Assert.Equal("not_a_docx", Assert.Throws<Refusal>(() => Read(workbook, "list.docx")).Code);
    }

    [Fact]
    public void A_document_that_unpacks_to_more_than_any_list_is_not_opened()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 401; megabyte++) entry.Write(zeros);
        }
        bomb.Position = 0;
        Assert.Equal("file_too_large", Assert.Throws<Refusal>(() => Read(bomb, "list.docx")).Code);
    }

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    private static (IReadOnlyList<TerritoryRow> Rows, IReadOnlyList<RowFault> Faults) Rows(Stream file, string name) => TerritoryRows.Of(TerritoryFile.Read(file, name));

    private static IReadOnlyList<TerritoryRow> Read(Stream file, string name)
    {
        var (rows, faults) = Rows(file, name);
        Assert.Empty(faults);
        return rows;
    }
}
