using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>A Ukrainian municipality that has needs.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Code">KATOTTG; orders lists that people read.</param>
/// <param name="Names">Name, for explanations.</param>
/// <param name="Category">Programme category; null where nobody has decided it yet.</param>
/// <param name="Oblast">The oblast's two KATOTTG digits.</param>
/// <param name="Population">Inhabitants; null where not known.</param>
/// <param name="TerritoryStatus">The most severe official status on its territory today.</param>
/// <param name="TerritoryCoverage">Whether that status holds for all of it.</param>
/// <param name="HasPartner">Whether anybody helps it already.</param>
public sealed record Hromada(
    Guid Id,
    string Code,
    LocalizedText Names,
    ProgrammeCategory? Category,
    string Oblast,
    int? Population,
    TerritoryStatus TerritoryStatus,
    TerritoryCoverage TerritoryCoverage,
    bool HasPartner)
{
    /// <summary>Areas in which others can learn from it.</summary>
    public IReadOnlyList<string> Teaches { get; init; } = [];

    /// <summary>Whether fighting goes on there, with state registers working or not.</summary>
    public bool HasActiveHostilities =>
        TerritoryStatus is TerritoryStatus.ActiveHostilities or TerritoryStatus.ActiveHostilitiesServicesOn;
}
