namespace Kommunebro.Matching.Engine;

/// <summary>The portfolios that a search met, each once: the columns of the restricted master.</summary>
internal sealed class PortfolioPool(Model model)
{
    private readonly List<Portfolio>[] _bySupplier = [.. Enumerable.Range(0, model.Suppliers).Select(_ => new List<Portfolio>())];
    private readonly HashSet<(int Supplier, string Shares)> _known = [];

    /// <summary>Adds what every supplier has in a plan.</summary>
    public void Add(Assignment plan)
    {
        for (var supplier = 0; supplier < model.Suppliers; supplier++) Add(supplier, plan.Of(supplier));
    }

    /// <summary>Adds one; none that is empty, known, or breaks a limit.</summary>
    public void Add(int supplier, IReadOnlyList<Share> shares)
    {
        if (shares.Count == 0) return;
        Share[] ordered = [.. shares.OrderBy(share => share.Pair)];
        if (!KeepsLimits(ordered) || !_known.Add((supplier, string.Join(' ', ordered.Select(share => share.Pair * 8L + share.Quarters))))) return;
        var links = ordered.Select(share => model.PairLink[share.Pair]).Distinct();
        _bySupplier[supplier].Add(new Portfolio(supplier, ordered, ordered.Sum(model.Value) - links.Sum(model.LinkValue)));
    }

    /// <summary>Those that are worth the most at these prices, and those of the plan.</summary>
    /// <param name="plan">A plan whose portfolios were added.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="most">The most for each supplier, beside its portfolio in the plan.</param>
    public IReadOnlyList<Portfolio> Best(Assignment plan, Prices prices, int most)
    {
        var best = new List<Portfolio>();
        for (var supplier = 0; supplier < model.Suppliers; supplier++)
        {
            Portfolio[] ordered = [.. _bySupplier[supplier].OrderByDescending(portfolio => Profit(portfolio, prices))];
            best.AddRange(ordered.Take(most));
            best.AddRange(ordered.Skip(most).Where(portfolio => portfolio.IsIn(plan)));
        }
        return best;
    }

    private long Profit(Portfolio portfolio, Prices prices)
    {
        var profit = portfolio.Value * Prices.Scale;
        foreach (var share in portfolio.Shares)
            profit -= share.Quarters * prices.NeedQuarter[model.PairNeed[share.Pair]] + prices.LimitPrice(model, share);
        return profit;
    }

    private bool KeepsLimits(Share[] shares)
    {
        foreach (var drawn in shares.Where(share => model.PairLimit[share.Pair] >= 0).GroupBy(share => model.PairLimit[share.Pair]))
            if (drawn.Sum(model.Days) > model.LimitDays[drawn.Key]) return false;
        return true;
    }
}

/// <summary>What one supplier takes on, feasible by itself.</summary>
/// <param name="Supplier">The supplier.</param>
/// <param name="Shares">The shares, by pair.</param>
/// <param name="Value">Value points, less what its partnerships cost.</param>
internal sealed record Portfolio(int Supplier, Share[] Shares, long Value)
{
    /// <summary>Whether the supplier has just this in a plan.</summary>
    public bool IsIn(Assignment plan) => Shares.Length == plan.Of(Supplier).Count && Shares.All(plan.Of(Supplier).Contains);
}
