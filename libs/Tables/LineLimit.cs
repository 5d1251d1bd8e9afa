namespace Kommunebro.Tables;

/// <summary>
/// The text of a CSV, of which one line may take only so much: the reader makes all cells of a line before anybody can look at them, some
/// fifty bytes for each separator. Separators are not counted here, since which one it is, and what stands in quotes, is the reader's to say.
/// </summary>
internal sealed class LineLimit(TextReader text) : TextReader
{
    /// <summary>
    /// The most characters of a line: a thousand for each column that a table may have. The reader doubles its buffer of 4,096 for a long line and
    /// fills it at once for the lines after it, so this must be such a size, or they would look too long.
    /// </summary>
    public const int Most = TableRows.MostColumns * 1_024;

    private int _left = Most;

    /// <summary>A new line may come.</summary>
    public void Renew() => _left = Most;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        return (_left -= read) >= 0
            ? read
            : throw ImportFile.Refuse("file_too_large", $"A line has at most {Most} characters, and a table {TableRows.MostColumns} columns; is a quote open?");
    }

    public override int Read() => text.Read();

    public override int Peek() => text.Peek();
}
