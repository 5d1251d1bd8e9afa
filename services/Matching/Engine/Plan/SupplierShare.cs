namespace Kommunebro.Matching.Engine;

/// <summary>What a supplier gives in the plan.</summary>
/// <param name="Supplier">The supplier.</param>
/// <param name="EffortDays">Person-days for needs.</param>
/// <param name="OverheadDays">Person-days for its partnerships.</param>
/// <param name="Partnerships">Hromadas that it would work with.</param>
/// <param name="Needs">Needs that it would serve.</param>
/// <param name="IdleReasons">Why it got nothing; empty when it got something.</param>
public sealed record SupplierShare(
    Supplier Supplier,
    int EffortDays,
    int OverheadDays,
    int Partnerships,
    int Needs,
    IReadOnlyList<Sentence> IdleReasons)
{
    /// <summary>Person-days that it has left.</summary>
    public int DaysLeft => Supplier.Capacity.Days - EffortDays - OverheadDays;
}
