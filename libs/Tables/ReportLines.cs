using System.Globalization;

namespace Kommunebro.Tables;

/// <summary>Writes the lists of a report: the first lines, and how many more there are.</summary>
public static class ReportLines
{
    private const int Most = 50;

    /// <summary>Writes <paramref name="lines"/>; <paramref name="more"/> has a place for the number of those that are left out.</summary>
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<string> lines, string more)
    {
        foreach (var line in lines.Take(Most))
            await output.WriteLineAsync(line);
        if (lines.Count > Most)
            await output.WriteLineAsync(Of(more, lines.Count - Most));
    }

    /// <summary>A text with values in its places.</summary>
    public static string Of(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
