using Kommunebro.Contracts;

namespace Kommunebro.Registry.Texts;

/// <summary>A text in a request, in any of the three languages.</summary>
/// <param name="Nb">Norwegian bokmål.</param>
/// <param name="Uk">Ukrainian.</param>
/// <param name="En">English.</param>
public sealed record LocalizedInput(string? Nb = null, string? Uk = null, string? En = null)
{
    /// <summary>As it is stored, without white space around it; what is empty was not given.</summary>
    public LocalizedText ToText() => new(NullIfBlank(Nb), NullIfBlank(Uk), NullIfBlank(En));

    /// <summary>Whether no language has anything.</summary>
    public bool IsBlank => ToText() is (null, null, null);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
