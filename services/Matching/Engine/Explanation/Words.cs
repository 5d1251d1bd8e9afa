using System.Globalization;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>The single words of one language that fill the places of sentences.</summary>
internal sealed record Words(
    CultureInfo Culture,
    string And,
    IReadOnlyList<string> Levels,
    IReadOnlyList<string> Urgencies,
    IReadOnlyDictionary<Mode, string> Modes,
    IReadOnlyDictionary<Horizon, string> Horizons,
    IReadOnlyDictionary<Term, string> Terms,
    IReadOnlyDictionary<Band, string> Bands,
    IReadOnlyDictionary<ProgrammeCategory, string> Categories,
    IReadOnlyDictionary<string, string> Languages,
    IReadOnlyDictionary<ArgumentKind, PluralForms> Counted)
{
    /// <summary>The words of nb, uk or en.</summary>
    public static Words In(string language) => language switch
    {
        "nb" => BokmalWords.All,
        "uk" => UkrainianWords.All,
        "en" => EnglishWords.All,
        _ => throw new ArgumentException($"language_known: '{language}' is not nb, uk or en.", nameof(language)),
    };

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.SkipLast(1))} {And} {items[^1]}";

    /// <summary>A number with its noun, e.g. "5 людино-днів".</summary>
    public string Count(ArgumentKind kind, long number) =>
        $"{number.ToString("N0", Culture)} {Counted[kind].For(number)}";
}

/// <summary>The forms of a noun after a number. Languages with two forms repeat the last.</summary>
/// <param name="One">After 1; in Ukrainian also after 21, 31 … but not 11.</param>
/// <param name="Few">In Ukrainian after 2 to 4, 22 to 24 … but not 12 to 14.</param>
/// <param name="Many">After all others.</param>
/// <param name="Slavic">Whether the last digits decide, as in Ukrainian.</param>
internal sealed record PluralForms(string One, string Few, string Many, bool Slavic)
{
    public string For(long number)
    {
        if (!Slavic) return number == 1 ? One : Many;
        var (ones, tens) = (number % 10, number % 100 / 10);
        if (tens == 1) return Many;
        return ones switch { 1 => One, 2 or 3 or 4 => Few, _ => Many };
    }
}
