using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>An area of competence and need.</summary>
/// <param name="Code">Code of the list, e.g. "WAT".</param>
/// <param name="Broader">The broader group; areas of one group are related. Empty when it stands alone.</param>
/// <param name="Names">Its name, for explanations.</param>
public sealed record Area(string Code, string Broader, LocalizedText Names)
{
    /// <summary>Whether help in this area is some help in <paramref name="other"/>, too.</summary>
    public bool IsRelatedTo(Area other) => Broader.Length > 0 && string.Equals(Broader, other.Broader, StringComparison.Ordinal);
}
