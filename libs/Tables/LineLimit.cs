namespace Kommunebro.Tables;

/// <summary>
/// The text of a CSV, of which one line may take only so much: the reader makes all cells of a line before anybody can look at them, some
/// fifty bytes for each separator. Separators are not counted here, since which one it is, and what stands in quotes, is the reader's to say.
/// </summary>
internal sealed class LineLimit(TextReader text) : TextReader
{
    /// <summary>The most characters of a line: a thousand for each column that a table may have.</summary>
    public const int Most = TableRows.MostColumns * 1_024;

    // The reader's buffer grows with the longest line; what it takes at a time must not, or a short line after it would look as long.
    private const int Part = 4_096;

    private int _left = Most;

    /// <summary>A new line may come.</summary>
    public void Renew() => _left = Most;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, Math.Min(count, Part));
        return (_left -= read) >= 0 ? read : throw ImportFile.Refuse("file_too_large", $"A line has at most {Most} characters, and a table {TableRows.MostColumns} columns; is a quote open?");
    }

    public override int Read() => text.Read();

    public override int Peek() => text.Peek();
}
