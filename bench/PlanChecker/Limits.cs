namespace Kommunebro.Bench.PlanChecker;

/// <summary>Whether a plan keeps every limit.</summary>
internal static class Limits
{
    /// <summary>What is broken, a sentence each.</summary>
    public static IEnumerable<string> Broken(SavedPlan plan) =>
        OfShares(plan).Concat(OfNeeds(plan)).Concat(OfSuppliers(plan)).Concat(OfAreas(plan)).Concat(OfHromadas(plan));

    private static IEnumerable<string> OfShares(SavedPlan plan)
    {
        var seen = new HashSet<(int, int)>();
        foreach (var share in plan.Shares)
        {
            var who = $"Supplier {share.Supplier}'s share of need {share.Need}";
            if (!seen.Add((share.Supplier, share.Need))) yield return $"{who} stands there twice.";
            if (!plan.Pairs.TryGetValue((share.Supplier, share.Need), out var pair)) yield return $"{who} is no pair that can be chosen.";
            else if (share.Quarters < 1) yield return $"{who} is of {share.Quarters} quarters.";
            else if (!pair.IsShared && share.Quarters != plan.Needs[share.Need].Quarters)
                yield return $"{who} is of {share.Quarters} quarters, but the need is not shared.";
        }
    }

    private static IEnumerable<string> OfNeeds(SavedPlan plan)
    {
        foreach (var shares in plan.Shares.GroupBy(share => share.Need))
        {
            var (need, quarters) = (plan.Needs[shares.Key], shares.Sum(share => share.Quarters));
            if (quarters > need.Quarters) yield return $"Need {shares.Key} is given in {quarters} quarters of {need.Quarters}.";
            if (shares.Count() > need.Suppliers) yield return $"Need {shares.Key} has {shares.Count()} suppliers, {need.Suppliers} at most.";
            if (quarters + need.Standing < 2) yield return $"Need {shares.Key} is met by less than half.";
        }
    }

    private static IEnumerable<string> OfSuppliers(SavedPlan plan)
    {
        var partnerships = Partnerships.New(plan).GroupBy(link => link.Supplier).ToDictionary(links => links.Key, links => links.Count());
        foreach (var shares in plan.Shares.GroupBy(share => share.Supplier))
        {
            var (supplier, links) = (plan.Suppliers[shares.Key], partnerships.GetValueOrDefault(shares.Key));
            var days = links * plan.OverheadDays + shares.Sum(share => DaysOf(plan, share));
            if (days > supplier.Days) yield return $"Supplier {shares.Key} gives {days} person-days of {supplier.Days}.";
            if (links > supplier.Partnerships) yield return $"Supplier {shares.Key} begins {links} partnerships, {supplier.Partnerships} at most.";
        }
    }

    private static IEnumerable<string> OfAreas(SavedPlan plan)
    {
        foreach (var shares in plan.Shares.GroupBy(share => LimitOf(plan, share)).Where(shares => shares.Key >= 0))
        {
            var (limit, days) = (plan.Limits[shares.Key], shares.Sum(share => DaysOf(plan, share)));
            if (days > limit.Days) yield return $"Supplier {limit.Supplier} gives {days} person-days of {limit.Days} in the area of limit {shares.Key}.";
        }
    }

    private static IEnumerable<string> OfHromadas(SavedPlan plan)
    {
        foreach (var links in Partnerships.New(plan).GroupBy(link => link.Hromada))
            if (links.Count() > plan.Partners[links.Key])
                yield return $"Hromada {links.Key} gets {links.Count()} new partners, {plan.Partners[links.Key]} at most.";
    }

    private static int LimitOf(SavedPlan plan, SavedShare share) => plan.Pairs.GetValueOrDefault((share.Supplier, share.Need))?.Limit ?? -1;

    private static long DaysOf(SavedPlan plan, SavedShare share) =>
        plan.Pairs.GetValueOrDefault((share.Supplier, share.Need))?.DaysOf(share.Quarters) ?? 0;
}
