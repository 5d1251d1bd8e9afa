namespace Kommunebro.Matching.Engine;

/// <summary>A share of a plan that was made before.</summary>
/// <param name="SupplierId">Who would help.</param>
/// <param name="NeedId">What would be met.</param>
/// <param name="Quarters">1 to 4 quarters of the need.</param>
public readonly record struct PlannedShare(Guid SupplierId, Guid NeedId, int Quarters)
{
    /// <summary>The shares of <paramref name="plan"/>.</summary>
    public static IEnumerable<PlannedShare> Of(Plan plan) =>
        plan.Matches.Select(match => new PlannedShare(match.Pair.Supplier.Id, match.Pair.Need.Id, match.Quarters));
}
