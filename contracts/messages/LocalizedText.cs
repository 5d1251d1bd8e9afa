namespace Kommunebro.Contracts;

/// <summary>A text in up to three languages; null where it was not given. At least one is set.</summary>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Uk">Ukrainian.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string? Nb, string? Uk, string? En)
{
    /// <summary>The text in <paramref name="language"/> (nb, uk or en), else in English, else in whatever language it has.</summary>
    public string In(string language) =>
        (language switch { "nb" => Nb, "uk" => Uk, _ => En }) ?? En ?? Nb ?? Uk ?? "";
}
