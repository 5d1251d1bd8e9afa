namespace Kommunebro.Matching.Engine;

/// <summary>
/// Searches the prices with the lowest bound (Lagrangian relaxation): every supplier chooses its best portfolio on its own, then prices
/// move. The step is given by the caller, who lets it shrink geometrically.
/// </summary>
internal sealed class PriceSearch
{
    private readonly Model _model;
    private readonly Crew<PortfolioPricer> _crew;
    private readonly int[] _largestFirst;
    private readonly PricedPortfolio[] _portfolios;
    private readonly bool _areAreasApart;

    /// <summary>Starts at prices that the incumbent suggests.</summary>
    public PriceSearch(Model model, Assignment incumbent, int threads)
    {
        _model = model;
        _crew = new Crew<PortfolioPricer>(() => new PortfolioPricer(model), threads);
        _portfolios = new PricedPortfolio[model.Suppliers];
        _areAreasApart = AreaKnapsack.Suits(model);
        _largestFirst = [.. Enumerable.Range(0, model.Suppliers).OrderByDescending(Size).ThenBy(supplier => supplier)];
        Steps = new PriceSteps(model, incumbent);
        Best = new Prices(model);
    }

    /// <summary>The prices as they move.</summary>
    public PriceSteps Steps { get; }

    /// <summary>The prices with the lowest bound so far.</summary>
    public Prices Best { get; private set; }

    /// <summary>No plan is worth more, in 1/<see cref="Prices.Scale"/> of a point.</summary>
    public long Bound { get; private set; } = long.MaxValue;

    /// <summary>What each supplier gains at most at the best prices.</summary>
    public IReadOnlyList<long> Profits { get; private set; } = [];

    /// <summary>What the suppliers chose in the last round.</summary>
    public IReadOnlyList<PricedPortfolio> Portfolios => _portfolios;

    /// <summary>Who prices.</summary>
    public Crew<PortfolioPricer> Crew => _crew;

    /// <summary>Work since the beginning, in cells.</summary>
    public long Work => _crew.Tools.Sum(pricer => pricer.Work);

    /// <summary>Work of the last round in which limits were only paid, in cells.</summary>
    public long RoundWork { get; private set; }

    /// <summary>Lets all suppliers choose, then changes the prices.</summary>
    /// <param name="step">How far (see <see cref="PriceSteps.Move"/>).</param>
    /// <param name="maxNodes">How far limits of areas are kept exactly (see <see cref="PortfolioPricer.Price"/>).</param>
    public void Round(double step, int maxNodes)
    {
        var (prices, before) = (Steps.Rounded(), Work);
        _crew.Each(_model.Suppliers, (pricer, index) =>
            _portfolios[_largestFirst[index]] = pricer.Price(_largestFirst[index], prices, maxNodes));
        if (maxNodes == 0) RoundWork = Work - before;
        var bound = Bounding.Of(_model, prices, _portfolios);
        if (bound < Bound)
        {
            (Bound, Best) = (bound, prices);
            Profits = [.. _portfolios.Select(portfolio => portfolio.Profit)];
        }
        Steps.Move(step, _portfolios, areLimitsKept: maxNodes > 0 && _areAreasApart);
    }

    /// <summary>Goes back to the best prices.</summary>
    public void Return() => Steps.Return(Best);

    private long Size(int supplier) =>
        (long)_model.Capacity[supplier] * Math.Min(_model.MaxPartnerships[supplier], 100)
        * (_model.SupplierLinks[supplier + 1] - _model.SupplierLinks[supplier]);
}
