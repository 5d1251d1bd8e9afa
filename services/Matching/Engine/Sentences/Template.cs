using System.Text.RegularExpressions;

namespace Kommunebro.Matching.Engine;

/// <summary>One sentence in three languages, with places such as {supplier} that are the same in all of them.</summary>
/// <param name="Key">Stable key; a <see cref="Sentence"/> names it.</param>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Uk">Ukrainian.</param>
/// <param name="En">English.</param>
public sealed partial record Template(string Key, string Nb, string Uk, string En)
{
    /// <summary>The text in nb, uk or en.</summary>
    /// <exception cref="ArgumentException">Another language is asked for.</exception>
    public string In(string language) => language switch
    {
        "nb" => Nb,
        "uk" => Uk,
        "en" => En,
        _ => throw new ArgumentException($"language_known: '{language}' is not nb, uk or en.", nameof(language)),
    };

    /// <summary>Finds the places of a text; the group "name" is the place.</summary>
    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Places();
}
