using System.Text.RegularExpressions;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// How telephone numbers and e-mail addresses look in Ukrainian, Norwegian and English texts, in which they must not stand. Every repetition
/// has an end, so that no text makes a pattern slow.
/// </summary>
public static partial class WaysToReach
{
    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>A text of 4000 characters takes microseconds; the clock on the wall counts, so there is room for a machine that has much else to do.</summary>
    private const int Patience = 10_000;

    /// <summary>Characters: more than any text may have in which this is looked for, white space around it included.</summary>
    private const int LongestLookedThrough = 8_000;

    /// <summary>Whether there seems to be a telephone number in <paramref name="plain"/>.</summary>
    /// <param name="plain">The text as <see cref="PlainText"/> makes it.</param>
    public static bool HaveTelephone(string plain) => Finds(Telephone(), plain);

    /// <summary>Whether there seems to be an e-mail address in <paramref name="plain"/>.</summary>
    /// <inheritdoc cref="HaveTelephone" />
    public static bool HaveEmail(string plain) => Finds(Email(), plain);

    /// <summary>Notes contact_in_text when <paramref name="text"/> tells how to reach somebody. One that is too long anyhow is not looked through.</summary>
    public static Rules NoWayToReach(this Rules rules, string? text, string field)
    {
        if (text is null or { Length: > LongestLookedThrough })
            return rules;
        var plain = PlainText.Of(text);
        return rules.Check(
            !HaveTelephone(plain) && !HaveEmail(plain),
            field, "contact_in_text", "A telephone number or an e-mail address stands in the text; whom to reach is kept as a contact only.");
    }

    /// <summary>What cannot be told in time is not believed to be innocent.</summary>
    private static bool Finds(Regex pattern, string plain)
    {
        try
        {
            return pattern.IsMatch(plain);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    [GeneratedRegex(
        @"(?<!\d)(?:\+\s?\d{1,3}[\s().-]{0,8}\d(?:[\s().-]{0,8}\d){6,11}|\(?0\d{2}\)?[\s.-]{0,8}\d{3}[\s.-]{0,8}\d{2}[\s.-]{0,8}\d{2}|[2-9]\d{2}\s\d{2}\s\d{3}|[2-9]\d(?:\s\d{2}){3})(?![\s]?\d)|(?:tlf|telefon|mobil|phone|тел|моб)\w{0,20}\.?\s?:?\s?\(?\d(?:[\s().-]{0,8}\d){6,11}(?!\d)",
        Usual, Patience)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63})+", Usual, Patience)]
    private static partial Regex Email();
}
