namespace Kommunebro.Tests.Architecture.Documents;

/// <summary>The part of a text that is made from the code, between two marker comments; the rest belongs to whoever writes.</summary>
internal static class GeneratedPart
{
    /// <summary>What stands between the markers of <paramref name="name"/>.</summary>
    public static string In(string text, string name)
    {
        var (start, end) = Borders(text, name);
        return text[start..end];
    }

    /// <summary><paramref name="text"/> with <paramref name="part"/> between the markers of <paramref name="name"/>.</summary>
    public static string Replace(string text, string name, string part)
    {
        var (start, end) = Borders(text, name);
        return text[..start] + part + text[end..];
    }

    private static (int Start, int End) Borders(string text, string name)
    {
        var (opening, closing) = ($"<!-- {name}: generated -->\n", $"<!-- {name}: end -->");
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        var end = text.IndexOf(closing, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"The markers of {name} are missing: {opening.Trim()} and {closing}");
        return (start + opening.Length, end);
    }
}
