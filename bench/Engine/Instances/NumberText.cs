using System.Globalization;

namespace Kommunebro.Bench.Engine.Instances;

/// <summary>Whole numbers of a text, whatever blanks and line ends are between them.</summary>
internal sealed class NumberText
{
    private readonly List<(string Text, int Line, int Column)> _words = [];
    private int _next;
    private int _lines;

    public NumberText(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            _lines++;
            for (var at = 0; at < line.Length;)
            {
                var end = at;
                while (end < line.Length && !IsBlank(line[end])) end++;
                if (end > at) _words.Add((line[at..end], _lines, at + 1));
                at = end + 1;
            }
        }
    }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>How many words the first line that has any has.</summary>
    public int CountInFirstLine => _words.TakeWhile(word => word.Line == _words[0].Line).Count();

    /// <summary>Whether all are read.</summary>
    public bool IsAtEnd => _next == _words.Count;

    /// <summary>Begins again.</summary>
    public void Restart() => _next = 0;

    /// <summary>The next number.</summary>
    /// <param name="what">What it stands for.</param>
    /// <param name="least">The least that makes sense.</param>
    /// <param name="most">The most.</param>
    /// <exception cref="FormatException">There is none, or it makes no sense.</exception>
    public int Next(string what, int least, int most)
    {
        if (IsAtEnd) throw new FormatException($"line {_lines}: the file ends where {what} should stand");
        var (text, line, column) = _words[_next++];
        // Some files write whole numbers as 12.0.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.IsInteger(number) && number >= least && number <= most
            ? (int)number
            : throw new FormatException($"line {line}, column {column}: '{text}' is no {what} (a whole number from {least} to {most})");
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (IsAtEnd) return;
        var (text, line, column) = _words[_next];
        throw new FormatException($"line {line}, column {column}: '{text}' stands after the last capacity");
    }

    private static bool IsBlank(char sign) => char.IsWhiteSpace(sign) || sign is '\uFEFF' or '\0' or '\u001A';
}
