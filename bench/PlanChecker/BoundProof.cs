namespace Kommunebro.Bench.PlanChecker;

/// <summary>
/// Recomputes the bound that prices prove: what all suppliers gain at most when needs, limits and partners have their prices, and what
/// all that there is costs. Any prices of 0 or more prove a bound (weak duality); each supplier's most is searched anew.
/// </summary>
internal static class BoundProof
{
    /// <summary>What is wrong with the prices and profits, and the bound in whole points; no bound when something is wrong.</summary>
    public static (IReadOnlyList<string> Faults, long? Bound) Of(SavedPlan plan)
    {
        string[] faults = [.. Negative(plan.NeedPrices, "need"), .. Negative(plan.LimitPrices, "limit"), .. Negative(plan.PartnerPrices, "partner of hromada")];
        if (faults.Length > 0) return (faults, null);
        var pairs = plan.Pairs.Values.ToLookup(pair => pair.Supplier);
        faults = [.. Enumerable.Range(0, plan.Suppliers.Count).AsParallel().AsOrdered()
            .Select(supplier => FaultOf(plan, supplier, pairs[supplier])).OfType<string>()];
        return (faults, faults.Length > 0 ? null : Sum(plan));
    }

    private static IEnumerable<string> Negative(Dictionary<int, long> prices, string what) =>
        prices.Where(price => price.Value < 0).Select(price => $"The price of {what} {price.Key} is {price.Value}: prices are never negative.");

    private static string? FaultOf(SavedPlan plan, int supplier, IEnumerable<SavedPair> pairs)
    {
        if (!plan.Profits.TryGetValue(supplier, out var told)) return $"Supplier {supplier}'s profit is not told.";
        try
        {
            return new PortfolioSearch(PricedOffer.Of(plan, supplier, pairs)).Above(told) is { } better
                ? $"Supplier {supplier} gains {better} at these prices, more than {told}."
                : null;
        }
        catch (OverflowException)
        {
            return $"Supplier {supplier}'s numbers are too large to be added exactly.";
        }
    }

    private static long Sum(SavedPlan plan)
    {
        var sum = (Int128)plan.BaseValue * plan.Scale;
        foreach (var profit in plan.Profits.Values) sum += profit;
        foreach (var (need, price) in plan.NeedPrices) sum += (Int128)price * plan.Needs[need].Quarters;
        foreach (var (hromada, price) in plan.PartnerPrices) sum += (Int128)price * plan.Partners[hromada];
        var (whole, rest) = Int128.DivRem(sum, plan.Scale);
        return checked((long)(rest < 0 ? whole - 1 : whole));
    }
}
