using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What somebody says with a step.</summary>
/// <param name="Text">3 to 4000 characters; where a step can go without words it may be left out.</param>
public sealed record StepWords(string? Text = null)
{
    private const int Longest = 4000;

    /// <summary>The words, without which the step is not taken.</summary>
    /// <exception cref="Refusal">missing_field, too_short, too_long, control_characters (text).</exception>
    internal string Require(string message)
    {
        var rules = new Rules();
        rules.Required(Text is not null, "text", message);
        return Take(rules) ?? "";
    }

    /// <summary>The words, or null.</summary>
    /// <exception cref="Refusal">too_short, too_long, control_characters (text).</exception>
    internal string? Take() => Take(new Rules());

    private string? Take(Rules rules)
    {
        var text = rules.Block(Text, "text", shortest: 3, longest: Longest);
        rules.Enforce();
        return text;
    }
}
