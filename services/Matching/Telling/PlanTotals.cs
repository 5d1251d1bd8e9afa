namespace Kommunebro.Matching.Telling;

/// <summary>A plan in numbers.</summary>
/// <param name="Needs">Verified needs that were looked at.</param>
/// <param name="Matched">Needs that somebody is proposed for, wholly or in part.</param>
/// <param name="Hromadas">Hromadas with needs.</param>
/// <param name="HromadasHelped">Hromadas for whom somebody is proposed.</param>
/// <param name="Suppliers">Suppliers with an offer.</param>
/// <param name="SuppliersUsed">Suppliers for whom something is proposed.</param>
/// <param name="PersonDays">Person-days of all matches.</param>
public sealed record PlanTotals(
    int Needs, int Matched, int Hromadas, int HromadasHelped, int Suppliers, int SuppliersUsed, int PersonDays)
{
    /// <summary>The totals of <paramref name="plan"/>.</summary>
    public static PlanTotals Of(StoredPlan plan)
    {
        var helped = plan.Matches.Select(match => match.Need.Hromada.Id).ToHashSet();
        var used = plan.Matches.Select(match => match.Supplier.Id).ToHashSet();
        var matched = plan.Matches.Select(match => match.Need.Id).ToHashSet();
        return new PlanTotals(
            plan.Unmatched.Select(unmatched => unmatched.Need.Id).Union(matched).Count(),
            matched.Count,
            plan.Unmatched.Select(unmatched => unmatched.Need.Hromada.Id).Union(helped).Count(),
            helped.Count,
            used.Count + plan.Idle.Count,
            used.Count,
            plan.Matches.Sum(match => match.PersonDays));
    }
}
