namespace Kommunebro.Matching.Engine;

/// <summary>The bound that prices give, in whole numbers: no plan is worth more, whatever the prices are.</summary>
internal static class Bounding
{
    /// <summary>
    /// What the suppliers gain at most when everything has its price, and what all that there is costs (weak duality of the Lagrangian
    /// relaxation; Geoffrion, 1974).
    /// </summary>
    /// <returns>In 1/<see cref="Prices.Scale"/> of a point.</returns>
    public static long Of(Model model, Prices prices, IReadOnlyList<PricedPortfolio> best)
    {
        var bound = model.BaseValue * Prices.Scale;
        foreach (var portfolio in best) bound = checked(bound + portfolio.Profit);
        for (var need = 0; need < model.Needs; need++)
            bound = checked(bound + prices.NeedQuarter[need] * model.NeedQuarters[need]);
        for (var hromada = 0; hromada < model.Hromadas; hromada++)
            if (prices.Partner[hromada] > 0) bound = checked(bound + prices.Partner[hromada] * model.MaxPartners[hromada]);
        return bound;
    }

    /// <summary>The most that a plan is worth, in whole points.</summary>
    public static long Points(long bound) => (long)Math.Floor((decimal)bound / Prices.Scale);
}
