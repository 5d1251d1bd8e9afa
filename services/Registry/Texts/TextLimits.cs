using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Texts;

/// <summary>What any text holds to, with registry's lengths, in the form in which its rules are written.</summary>
internal static class TextLimits
{
    /// <summary>The longest name or other one-line text, in UTF-16 units.</summary>
    public const int LongestLine = 200;

    /// <summary>The longest text of several lines, in UTF-16 units.</summary>
    public const int LongestBlock = 4_000;

    /// <summary>One line.</summary>
    public static Rules Line(this Rules rules, string? value, string field)
    {
        rules.Line(value, field, LongestLine);
        return rules;
    }

    /// <summary>Several lines.</summary>
    public static Rules Block(this Rules rules, string? value, string field)
    {
        rules.Block(value, field, LongestBlock);
        return rules;
    }

    /// <summary>Why <paramref name="text"/> of a file can be no line: too_long or control_characters; null when it can.</summary>
    public static string? FaultOf(string? text) =>
        text?.Trim().Length > LongestLine ? "too_long" : new Rules().Line(text, "").Hold ? null : "control_characters";

    /// <summary>One line in each language.</summary>
    public static Rules Line(this Rules rules, LocalizedInput? value, string field) => rules
        .Line(value?.Nb, $"{field}.nb").Line(value?.Uk, $"{field}.uk").Line(value?.En, $"{field}.en");

    /// <summary>Several lines in each language that do not tell how to reach somebody.</summary>
    public static Rules WordsOfItsOwn(this Rules rules, LocalizedInput? value, string field) => rules
        .Block(value, field)
        .NoWayToReach(value?.Nb, $"{field}.nb").NoWayToReach(value?.Uk, $"{field}.uk").NoWayToReach(value?.En, $"{field}.en");

    /// <summary>Several lines in each language.</summary>
    public static Rules Block(this Rules rules, LocalizedInput? value, string field) => rules
        .Block(value?.Nb, $"{field}.nb").Block(value?.Uk, $"{field}.uk").Block(value?.En, $"{field}.en");
}
