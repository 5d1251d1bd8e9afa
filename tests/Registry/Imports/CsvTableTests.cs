using System.Text;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tables;

namespace Kommunebro.Tests.Registry.Imports;

public sealed class CsvTableTests
{
    private const int Kilobytes1000 = 1_000 * 1024;

    [Theory]
    [InlineData("a\n", "1\n", "too_many_rows")]
    [InlineData("a\n", ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n", "file_too_large")]
    [InlineData("", ",", "file_too_large")]
    [InlineData("a\n", ";", "file_too_large")]
    [InlineData("a\n\"", ",", "file_too_large")]
    [InlineData("a\nb\"", ",", "file_too_large")]
    public void A_limit_ends_the_reading_where_it_is_broken(string header, string line, string code)
    {
        using var endless = new EndlessCsv(header, line);
        var form = TableForm.Requiring("a") with { MostRows = 1_000 };

        var refusal = Assert.Throws<Refusal>(() => CsvTable.Read(endless, form));

        Assert.Equal(code, refusal.Code);
        Assert.True(endless.Position < (code == "too_many_rows" ? Kilobytes1000 : 10 * Kilobytes1000), $"{endless.Position} bytes were read");
    }

    [Theory]
    [InlineData(256)]
    [InlineData(1_000_000)]
    public void A_line_of_more_cells_than_any_table_has_is_refused(int separators)
    {
        using var wide = new MemoryStream(Encoding.UTF8.GetBytes($"a{new string(';', separators)}\n1"));

        Assert.Equal("file_too_large", Assert.Throws<Refusal>(() => CsvTable.Read(wide, TableForm.Requiring("a"))).Code);
    }

    [Fact]
    public void Long_lines_one_after_the_other_are_read()
    {
        var text = new string('x', 200_000);
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes($"a;b\n{text};1\n\"{text};\n\";2\n3;3\n{text};4"));

        Assert.Equal(["1", "2", "3", "4"], CsvTable.Read(csv, TableForm.Requiring("a", "b")).Select(row => row["b"]));
    }

    [Fact]
    public void Text_beside_the_named_columns_is_told_by_the_columns_letters()
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes($"a;;c\n1;;3\n1;x;3\n;;;\n1;;3{new string(';', 25)}y"));

        var rows = CsvTable.Read(csv, TableForm.Requiring("a"));

        Assert.Equal([(2, null), (3, "B"), (5, "AB")], rows.Select(row => (row.Line, row.Beside)));
    }

    /// <summary>A first line, and then for ever the same one.</summary>
    private sealed class EndlessCsv(string header, string line) : Stream
    {
        private readonly byte[] _header = Encoding.UTF8.GetBytes(header);
        private readonly byte[] _line = Encoding.UTF8.GetBytes(line);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var at = 0; at < count; at++, Position++)
                buffer[offset + at] = Position < _header.Length ? _header[Position] : _line[(Position - _header.Length) % _line.Length];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
