namespace Kommunebro.Matching.Engine;

/// <summary>
/// Makes a plan by letting prices settle who takes what: some rounds of prices, then the suppliers whose choice nobody contests keep it,
/// and prices move on for the others, until all have chosen (Lagrangian heuristic with fixing; Caprara, Fischetti and Toth, 1999).
/// </summary>
internal sealed class Dive(Model model, PortfolioPricer pricer, DivePace pace)
{
    /// <summary>How far limits of areas are kept exactly in the choice that is kept.</summary>
    private const int MaxNodes = 2_000;

    private readonly PricedPortfolio[] _portfolios = new PricedPortfolio[model.Suppliers];

    /// <summary>Lets all suppliers choose.</summary>
    /// <param name="plan">An empty plan; gets what they choose.</param>
    /// <param name="prices">Where the prices start; they are moved.</param>
    /// <param name="met">Gets what they would have chosen on the way.</param>
    /// <param name="meter">Ends it early.</param>
    public void Run(Assignment plan, PriceSteps prices, List<Choice> met, Meter meter)
    {
        List<int> left = [.. Enumerable.Range(0, model.Suppliers)];
        while (left.Count > 0 && !meter.IsOver)
        {
            for (var round = 1; round <= pace.Rounds; round++)
            {
                Choose(plan, left, prices.Rounded(), pace.KeepsLimits || round == pace.Rounds ? MaxNodes : 0);
                prices.Move(pace.Step, left.Select(supplier => _portfolios[supplier]), pace.KeepsLimits);
            }
            foreach (var supplier in left) met.Add(new Choice(supplier, _portfolios[supplier].Shares));
            foreach (var supplier in Keep(plan, left, prices)) left.Remove(supplier);
        }
    }

    private void Choose(Assignment plan, List<int> suppliers, Prices prices, int maxNodes)
    {
        foreach (var supplier in suppliers) _portfolios[supplier] = pricer.Price(supplier, prices, maxNodes, plan);
    }

    /// <summary>Those who keep their choice: the least contested first, of them those who gain the most.</summary>
    private List<int> Keep(Assignment plan, List<int> suppliers, PriceSteps prices)
    {
        var wanted = new int[model.Needs];
        foreach (var share in suppliers.SelectMany(supplier => _portfolios[supplier].Shares)) wanted[model.PairNeed[share.Pair]] += share.Quarters;
        var contested = new int[model.Suppliers];
        foreach (var supplier in suppliers)
            contested[supplier] = _portfolios[supplier].Shares
                .Count(share => wanted[model.PairNeed[share.Pair]] > plan.FreeQuarters(model.PairNeed[share.Pair]));
        var kept = new List<int>();
        foreach (var supplier in suppliers
            .OrderBy(supplier => contested[supplier]).ThenByDescending(supplier => _portfolios[supplier].Profit).ThenBy(supplier => supplier))
        {
            if (kept.Count >= Math.Max(1, (contested[supplier] == 0 ? pace.Most : pace.Fewest) * model.Suppliers)) break;
            var shares = _portfolios[supplier].Shares;
            if (!Fits(plan, shares)) continue;
            foreach (var share in shares) plan.Add(share);
            prices.Take(shares);
            kept.Add(supplier);
        }
        return kept;
    }

    /// <summary>Whether the choice fits beside those that were kept at the same time.</summary>
    private bool Fits(Assignment plan, Share[] shares) => shares.All(share =>
        plan.FreeQuarters(model.PairNeed[share.Pair]) >= share.Quarters
        && plan.Holders(model.PairNeed[share.Pair]).Length < model.NeedSuppliers[model.PairNeed[share.Pair]]
        && plan.CanOpen(model.PairLink[share.Pair]));
}

/// <summary>What a supplier would choose.</summary>
internal sealed record Choice(int Supplier, IReadOnlyList<Share> Shares);
