using System.Globalization;
using System.Text;

namespace Kommunebro.ServiceDefaults;

/// <summary>A text as the eye reads it, for patterns of what must not stand in it.</summary>
public static class PlainText
{
    /// <summary>
    /// Full-width digits, № and the like become the usual ones; marks of no width (soft hyphens, joiners, accents) go, since a number
    /// can be broken up by them unseen; white space becomes one space.
    /// </summary>
    /// <param name="text">The text as it was written.</param>
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
