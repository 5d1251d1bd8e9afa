using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Kommunebro.Tables;

/// <summary>Writes a table as CSV that a spreadsheet of the reader's language opens rightly: UTF-8 with a byte order mark, formula-safe.</summary>
public sealed class CsvOut : IAsyncDisposable
{
    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;

    /// <summary>A table that is written to <paramref name="output"/>, which stays open.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="language">nb and uk get semicolons, as their spreadsheets expect; all others commas.</param>
    public CsvOut(Stream output, string language)
    {
        _text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var delimiter = language is "nb" or "uk" ? ";" : ",";
        _csv = new CsvWriter(_text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, NewLine = "\r\n" });
    }

    /// <summary>Writes a row, each cell made safe.</summary>
    public async Task WriteAsync(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            _csv.WriteField(SafeCell.Of(cell));
        await _csv.NextRecordAsync();
    }

    /// <summary>Writes what is still held back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync();
        await _text.DisposeAsync();
    }
}
