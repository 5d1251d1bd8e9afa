using System.Globalization;
using System.Text;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// What every text from outside must keep. It is measured, and should be stored, without white space around it; lengths
/// are UTF-16 units. Markup is kept as the text that it is: answers are JSON, and who shows it escapes it.
/// </summary>
public static class TextRules
{
    /// <summary>Takes a text without line breaks and tabs; notes too_short, too_long and control_characters.</summary>
    /// <param name="rules">Takes the notes.</param>
    /// <param name="text">What was sent; null when nothing was, which breaks no rule.</param>
    /// <param name="field">The field's path.</param>
    /// <param name="longest">The greatest length.</param>
    /// <param name="shortest">The least length; 0 lets an empty text through.</param>
    /// <returns>The text without white space around it; null when none was given.</returns>
    public static string? Line(this Rules rules, string? text, string field, int longest, int shortest = 0) =>
        rules.Take(text, field, longest, shortest, lineBreaks: false);

    /// <summary>Takes a text that may have line breaks and tabs; otherwise like a line.</summary>
    /// <inheritdoc cref="Line" />
    public static string? Block(this Rules rules, string? text, string field, int longest, int shortest = 0) =>
        rules.Take(text, field, longest, shortest, lineBreaks: true);

    private static string? Take(this Rules rules, string? text, string field, int longest, int shortest, bool lineBreaks)
    {
        if (text is null)
            return null;
        var trimmed = text.Trim();
        rules.Check(trimmed.Length >= shortest, field, "too_short", $"At least {shortest} characters.");
        rules.Check(trimmed.Length <= longest, field, "too_long", $"At most {longest} characters; these are {trimmed.Length}.");
        rules.Check(
            trimmed.EnumerateRunes().All(rune => IsAllowed(rune, lineBreaks)),
            field,
            "control_characters",
            "Control characters and characters that override the direction of writing are not allowed.");
        return trimmed;
    }

    private static bool IsAllowed(Rune rune, bool lineBreaks) => rune.Value switch
    {
        '\n' or '\r' or '\t' => lineBreaks,
        // Embeddings, overrides and isolates of the bidirectional algorithm can make a text look like another one.
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => false,
        0x2028 or 0x2029 => lineBreaks,
        _ => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control,
    };
}
