namespace Kommunebro.Contracts.Matching;

/// <summary>What the ledger says of one supplier, after a change.</summary>
/// <param name="SupplierId">The supplier.</param>
/// <param name="Version">Rises with each change of this supplier's line; an older version never replaces a newer one.</param>
/// <param name="ReservedPersonDays">Person-days a year held for first talks.</param>
/// <param name="InUsePersonDays">Person-days a year of partnerships that exist.</param>
/// <param name="Partnerships">Partnerships, first talks included, that count against its maximum.</param>
public sealed record CapacityChanged(
    Guid SupplierId, long Version, int ReservedPersonDays, int InUsePersonDays, int Partnerships)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "matching.capacity-changed.v1";
}
