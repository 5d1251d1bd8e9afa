using Kommunebro.Contracts;

namespace Kommunebro.Registry.Territory;

/// <summary>How many of a hromada's settlements have which status, each its most severe one.</summary>
/// <param name="Known">How many settlements the hromada has by the codifier.</param>
/// <param name="Listed">By status, the most severe first; the rest of the settlements is not listed.</param>
public sealed record SettlementShares(int Known, IReadOnlyList<SettlementShare> Listed);

/// <summary>A share of a hromada's settlements.</summary>
/// <param name="Status">The status.</param>
/// <param name="Settlements">How many have it; also one of which a part alone has it, such as a district of a city.</param>
public sealed record SettlementShare(TerritoryStatus Status, int Settlements);
