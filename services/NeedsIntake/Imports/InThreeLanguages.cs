namespace Kommunebro.NeedsIntake.Imports;

/// <summary>A text of ours for people.</summary>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Uk">Ukrainian.</param>
/// <param name="En">English.</param>
internal sealed record InThreeLanguages(string Nb, string Uk, string En)
{
    /// <summary>All of them.</summary>
    public IEnumerable<string> All => [Nb, Uk, En];

    /// <summary>The text in nb, uk or en.</summary>
    public string this[string language] => language switch { "nb" => Nb, "uk" => Uk, _ => En };
}
