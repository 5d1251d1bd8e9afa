namespace Kommunebro.Matching.Engine;

/// <summary>
/// Prices that move step by step (subgradient): what is wanted more often than it is there becomes dearer, what nobody wants cheaper.
/// The direction keeps half of the one before (Crowder's deflection).
/// </summary>
internal sealed class PriceSteps
{
    private const double Momentum = 0.5;

    private readonly Model _model;
    private readonly double[] _amount;
    private readonly double[] _price;
    private readonly double[] _unit;
    private readonly double[] _direction;

    /// <summary>Starts at prices that an incumbent suggests.</summary>
    public PriceSteps(Model model, Assignment incumbent)
    {
        _model = model;
        // Needs, then limits, then partners of hromadas: the price of all that there is of each, and how much that is.
        _amount = [.. model.NeedQuarters, .. model.LimitDays, .. model.MaxPartners];
        _price = new double[_amount.Length];
        _direction = new double[_amount.Length];
        _unit = Units(incumbent);
        for (var need = 0; need < model.Needs; need++)
            foreach (var share in incumbent.Holders(need)) _price[need] += 0.7 * model.Value(share);
    }

    /// <summary>Goes its own way from other prices.</summary>
    public PriceSteps(PriceSteps other, Prices start)
    {
        (_model, _unit, _amount) = (other._model, other._unit, [.. other._amount]);
        _price = new double[_amount.Length];
        _direction = new double[_amount.Length];
        Return(start);
    }

    /// <summary>Goes back to <paramref name="prices"/>.</summary>
    public void Return(Prices prices)
    {
        Array.Clear(_direction);
        var (needs, limits) = (_model.Needs, _model.LimitDays.Length);
        for (var i = 0; i < _price.Length; i++)
        {
            var part = i < needs ? prices.NeedQuarter[i] : i < needs + limits ? prices.LimitDay[i - needs] : prices.Partner[i - needs - limits];
            _price[i] = (double)part / Prices.Scale * _amount[i];
        }
    }

    /// <summary>Less is there, since a supplier took <paramref name="shares"/>; what is gone has no price.</summary>
    public void Take(IReadOnlyList<Share> shares)
    {
        foreach (var share in shares) Take(_model.PairNeed[share.Pair], share.Quarters);
        foreach (var link in shares.Select(share => _model.PairLink[share.Pair]).Distinct())
            if (!_model.LinkExists[link]) Take(_model.Needs + _model.LimitDays.Length + _model.LinkHromada[link], 1);
    }

    /// <summary>Makes every price dearer or cheaper by up to <paramref name="part"/>.</summary>
    public void Shake(double part, SearchRandom random)
    {
        for (var i = 0; i < _price.Length; i++) _price[i] *= 1 + part * (random.Below(2001) - 1000) / 1000;
    }

    /// <summary>In whole numbers.</summary>
    public Prices Rounded()
    {
        var prices = new Prices(_model);
        var (needs, limits) = (_model.Needs, _model.LimitDays.Length);
        for (var i = 0; i < needs; i++) prices.NeedQuarter[i] = Rounded(i);
        for (var i = 0; i < limits; i++) prices.LimitDay[i] = Rounded(needs + i);
        for (var i = 0; i < _model.Hromadas; i++) prices.Partner[i] = Rounded(needs + limits + i);
        return prices;
    }

    /// <summary>Moves the prices by what was wanted.</summary>
    /// <param name="step">How far: 0.1 is a tenth of a typical need's value for a need that nobody wants.</param>
    /// <param name="portfolios">What suppliers chose.</param>
    /// <param name="areLimitsKept">Whether they kept the limits whatever their prices, so that these tell nothing new and stay.</param>
    public void Move(double step, IEnumerable<PricedPortfolio> portfolios, bool areLimitsKept = false)
    {
        var wanted = Wanted(portfolios);
        for (var i = 0; i < _price.Length; i++)
        {
            if (_amount[i] == 0 || (areLimitsKept && IsLimit(i))) continue;
            // One that everybody wants is not made dear at once: most will be content with another.
            var excess = Math.Min(wanted[i] / _amount[i] - 1, 2);
            if (excess < 0 && _price[i] <= 0) excess = 0;
            _direction[i] = Momentum * _direction[i] + (1 - Momentum) * excess;
            _price[i] = Math.Max(0, _price[i] + step * _unit[i] * _direction[i]);
        }
    }

    private bool IsLimit(int index) => index >= _model.Needs && index < _model.Needs + _model.LimitDays.Length;

    private void Take(int index, int amount)
    {
        _price[index] *= (_amount[index] - amount) / _amount[index];
        _amount[index] -= amount;
    }

    private long Rounded(int index) => _amount[index] == 0 ? 0 : (long)(_price[index] / _amount[index] * Prices.Scale);

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

    private double[] Wanted(IEnumerable<PricedPortfolio> portfolios)
    {
        var wanted = new double[_price.Length];
        foreach (var portfolio in portfolios)
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
