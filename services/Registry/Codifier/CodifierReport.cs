using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Territory;

namespace Kommunebro.Registry.Codifier;

/// <summary>A hromada that is named anew.</summary>
/// <param name="Code">KATOTTG.</param>
/// <param name="Before">The name that it had, in Ukrainian.</param>
/// <param name="After">The official name.</param>
public sealed record Renaming(string Code, string Before, string After);

/// <summary>An import of the codifier.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Hromadas">Hromadas among them, with Kyiv and Sevastopol.</param>
/// <param name="Faults">What is wrong, by line; then nothing was changed.</param>
/// <param name="New">Hromadas that the register had not.</param>
/// <param name="Renamed">Hromadas whose name, or whose oblast's, is another.</param>
/// <param name="Gone">Hromadas of the register that are not in the codifier any more: they stay, and a person should look at them.</param>
public sealed record CodifierReport(
    int Rows, int Hromadas, IReadOnlyList<RowFault> Faults, IReadOnlyList<string> New, IReadOnlyList<Renaming> Renamed, IReadOnlyList<string> Gone)
{
    /// <summary>Settlements of hromadas among the rows.</summary>
    public int Settlements { get; init; }

    /// <summary>Hromadas that were known and have another territory status now, since other settlements are theirs.</summary>
    public IReadOnlyList<TerritoryChange> Statuses { get; init; } = [];
}
