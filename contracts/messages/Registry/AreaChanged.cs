namespace Kommunebro.Contracts.Registry;

/// <summary>The whole state of one area of the code list, after a change.</summary>
/// <param name="Code">The area's code, e.g. "WAT" or "HEA-D".</param>
/// <param name="Version">Rises with each change of this area; an older version never replaces a newer one.</param>
/// <param name="Names">Its name in the three languages.</param>
/// <param name="Broader">The code of the broader group, e.g. "infrastructure"; areas of one group are near each other.</param>
/// <param name="DacCodes">OECD DAC CRS purpose codes, five digits each.</param>
/// <param name="DeprecatedSince">Since when nobody names it anew, while what names it keeps it; null while it is in use, and from senders that do not tell.</param>
/// <param name="ReplacedBy">The code of the area that took its place; null where none did.</param>
public sealed record AreaChanged(
    string Code,
    long Version,
    LocalizedText Names,
    string Broader,
    IReadOnlyList<string> DacCodes,
    DateOnly? DeprecatedSince = null,
    string? ReplacedBy = null)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "registry.area-changed.v1";
}
