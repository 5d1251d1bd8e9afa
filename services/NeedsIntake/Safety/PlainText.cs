using System.Globalization;
using System.Text;

namespace Kommunebro.NeedsIntake.Safety;

/// <summary>A text as the eye reads it, for <see cref="SuspectPatterns"/>.</summary>
internal static class PlainText
{
    /// <summary>
    /// Full-width digits, № and the like become the usual ones; marks of no width (soft hyphens, joiners, accents) go, since a number
    /// can be broken up by them unseen; white space becomes one space.
    /// </summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark)
                continue;
            if (!Rune.IsWhiteSpace(letter))
                plain.Append(letter.ToString());
            else if (plain.Length == 0 || plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString();
    }
}
