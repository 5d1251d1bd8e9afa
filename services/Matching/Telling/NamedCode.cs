namespace Kommunebro.Matching.Telling;

/// <summary>A code of a list with its name.</summary>
/// <param name="Code">Stable code, e.g. "WAT".</param>
/// <param name="Name">Its name in the reader's language.</param>
public sealed record NamedCode(string Code, string Name);
