using Kommunebro.Contracts;
using Kommunebro.Tests.Registry.OfficialCodes;

namespace Kommunebro.Tests.Registry.Territory;

/// <summary>What somebody else counted from the same edition.</summary>
/// <param name="Code">KATOTTG of a hromada with any entry.</param>
/// <param name="Worst">Its most severe status on the day of the edition.</param>
internal sealed record TerritorySummary(string Code, TerritoryStatus Worst)
{
    public static readonly DateOnly Day = new(2025, 5, 1);

    public static async Task<IReadOnlyList<TerritorySummary>> ReadAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(ReferenceDataFactAttribute.Folder, "ukraine-hromada-status-summary.csv"));
        var worst = Array.IndexOf(lines[0].Split(','), "worst_open_category");
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells => new TerritorySummary(cells[0], cells[worst] switch
        {
            "temporarily_occupied" => TerritoryStatus.Occupied,
            "active_hostilities" => TerritoryStatus.ActiveHostilities,
            "active_hostilities_state_eresources" => TerritoryStatus.ActiveHostilitiesServicesOn,
            "possible_hostilities" => TerritoryStatus.PossibleHostilities,
            _ => TerritoryStatus.None,
        }))];
    }
}
