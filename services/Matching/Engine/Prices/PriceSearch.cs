namespace Kommunebro.Matching.Engine;

/// <summary>
/// Searches the prices with the lowest bound (Lagrangian relaxation): every supplier chooses its best portfolio on its own; what is
/// wanted more often than it is there becomes dearer, what nobody wants cheaper. The step of the subgradient is given by the caller,
/// who lets it shrink geometrically; the direction keeps half of the one before (Crowder's deflection).
/// </summary>
internal sealed class PriceSearch
{
    private const double Momentum = 0.5;

    private readonly Model _model;
    private readonly Crew<PortfolioPricer> _crew;
    private readonly int[] _largestFirst;
    private readonly PricedPortfolio[] _portfolios;
    private readonly double[] _price;
    private readonly double[] _amount;
    private readonly double[] _unit;
    private readonly double[] _direction;

    /// <summary>Starts at prices that the incumbent suggests.</summary>
    public PriceSearch(Model model, Assignment incumbent, int threads)
    {
        _model = model;
        _crew = new Crew<PortfolioPricer>(() => new PortfolioPricer(model), threads);
        _portfolios = new PricedPortfolio[model.Suppliers];
        _largestFirst = [.. Enumerable.Range(0, model.Suppliers).OrderByDescending(Size).ThenBy(supplier => supplier)];
        // Needs, then limits, then partners of hromadas: the price of all that there is of each, and how much that is.
        _amount = [.. model.NeedQuarters, .. model.LimitDays, .. model.MaxPartners];
        _price = new double[_amount.Length];
        _direction = new double[_amount.Length];
        _unit = Units(incumbent);
        for (var need = 0; need < model.Needs; need++)
            foreach (var share in incumbent.Holders(need)) _price[need] += 0.7 * model.Value(share);
        Best = new Prices(model);
    }

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

    /// <summary>Lets all suppliers choose, then changes the prices.</summary>
    /// <param name="step">How far: 0.1 is a tenth of a typical need's value for a need that nobody wants.</param>
    /// <param name="maxNodes">How far limits of areas are kept exactly (see <see cref="PortfolioPricer.Price"/>).</param>
    public void Round(double step, int maxNodes)
    {
        var prices = Rounded();
        _crew.Each(_model.Suppliers, (pricer, index) =>
            _portfolios[_largestFirst[index]] = pricer.Price(_largestFirst[index], prices, maxNodes));
        var bound = Bounding.Of(_model, prices, _portfolios);
        if (bound < Bound)
        {
            (Bound, Best) = (bound, prices);
            Profits = [.. _portfolios.Select(portfolio => portfolio.Profit)];
        }
        Move(step);
    }

    /// <summary>Goes back to the best prices.</summary>
    public void Return()
    {
        Array.Clear(_direction);
        var (needs, limits) = (_model.Needs, _model.LimitDays.Length);
        for (var i = 0; i < _price.Length; i++)
        {
            var part = i < needs ? Best.NeedQuarter[i] : i < needs + limits ? Best.LimitDay[i - needs] : Best.Partner[i - needs - limits];
            _price[i] = (double)part / Prices.Scale * _amount[i];
        }
    }

    private long Size(int supplier) =>
        (long)_model.Capacity[supplier] * Math.Min(_model.MaxPartnerships[supplier], 100)
        * (_model.SupplierLinks[supplier + 1] - _model.SupplierLinks[supplier]);

    /// <summary>What a whole of each thing is typically worth: a step of 1 changes its price by so much.</summary>
    private double[] Units(Assignment incumbent)
    {
        var (value, days, count) = (0.0, 0.0, 0);
        foreach (var share in incumbent.Shares)
            (value, days, count) = (value + _model.Value(share), days + _model.Days(share), count + 1);
        var (ofNeed, ofDay) = count == 0 ? (1, 1) : (value / count, value / days);
        return
        [
            .. Enumerable.Repeat(ofNeed, _model.Needs),
            .. _model.LimitDays.Select(limit => ofDay * limit),
            .. Enumerable.Repeat(ofNeed, _model.Hromadas),
        ];
    }

    private Prices Rounded()
    {
        var prices = new Prices(_model);
        var (needs, limits) = (_model.Needs, _model.LimitDays.Length);
        for (var i = 0; i < needs; i++) prices.NeedQuarter[i] = Rounded(i);
        for (var i = 0; i < limits; i++) prices.LimitDay[i] = Rounded(needs + i);
        for (var i = 0; i < _model.Hromadas; i++) prices.Partner[i] = Rounded(needs + limits + i);
        return prices;
    }

    private long Rounded(int index) => _amount[index] == 0 ? 0 : (long)(_price[index] / _amount[index] * Prices.Scale);

    private void Move(double step)
    {
        var wanted = Wanted();
        for (var i = 0; i < _price.Length; i++)
        {
            if (_amount[i] == 0) continue;
            // One that everybody wants is not made dear at once: most will be content with another.
            var excess = Math.Min(wanted[i] / _amount[i] - 1, 2);
            if (excess < 0 && _price[i] <= 0) excess = 0;
            _direction[i] = Momentum * _direction[i] + (1 - Momentum) * excess;
            _price[i] = Math.Max(0, _price[i] + step * _unit[i] * _direction[i]);
        }
    }

    private double[] Wanted()
    {
        var wanted = new double[_price.Length];
        foreach (var portfolio in _portfolios)
        {
            var link = -1;
            foreach (var share in portfolio.Shares)
            {
                wanted[_model.PairNeed[share.Pair]] += share.Quarters;
                if (_model.PairLimit[share.Pair] is >= 0 and var limit) wanted[_model.Needs + limit] += _model.Days(share);
                if (_model.PairLink[share.Pair] == link) continue;
                link = _model.PairLink[share.Pair];
                if (!_model.LinkExists[link]) wanted[_model.Needs + _model.LimitDays.Length + _model.LinkHromada[link]]++;
            }
        }
        return wanted;
    }
}
