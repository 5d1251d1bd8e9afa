namespace Kommunebro.ServiceDefaults;

/// <summary>A text of ours for people.</summary>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Uk">Ukrainian.</param>
/// <param name="En">English.</param>
public sealed record InThreeLanguages(string Nb, string Uk, string En)
{
    /// <summary>All of them.</summary>
    public IEnumerable<string> All => [Nb, Uk, En];

    /// <summary>The text in nb, uk or en.</summary>
    public string this[string language] => language switch { "nb" => Nb, "uk" => Uk, _ => En };

    /// <summary>The values of a closed list by their names of the API, with their words in the same order.</summary>
    public static IReadOnlyDictionary<string, InThreeLanguages> Of<T>(params IReadOnlyList<InThreeLanguages> words) where T : struct, Enum =>
        EnumName.All<T>().Zip(words).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
}
