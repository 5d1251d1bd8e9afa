namespace Kommunebro.Matching.Engine;

/// <summary>
/// Searches the plan of the greatest value that reaches all floors: prices give the bound and guide the starts, the master combines the
/// portfolios that were met, and pieces are polished exactly.
/// </summary>
internal sealed class ValueSearch
{
    private const double MostPackWork = 10;

    private readonly Model _model;
    private IReadOnlyList<Floor> _floors;
    private readonly IMaster _master;
    private readonly SearchOptions _options;
    private readonly Meter _meter;
    private readonly Action<ValueSearch> _report;
    private readonly SearchRandom _random;
    private readonly NewPlans _plans;
    private readonly Allowance _dives = new(0.2);
    private readonly Allowance _packs = new(0.45);
    private PriceRounds? _rounds;

    public ValueSearch(Model model, IReadOnlyList<Floor> floors, IMaster master, SearchOptions options, Meter meter, Action<ValueSearch> report)
    {
        (_model, _floors, _master, _options, _meter, _report) = (model, floors, master, options, meter, report);
        _random = new SearchRandom(options.Seed);
        _plans = new NewPlans(model, options, _random, meter);
        Pool = new PortfolioPool(model);
        Best = new Assignment(model, floors);
    }

    /// <summary>The best plan so far.</summary>
    public Assignment Best { get; private set; }

    /// <summary>The prices, once they are searched.</summary>
    public PriceSearch? Prices { get; private set; }

    /// <summary>The portfolios that were met.</summary>
    public PortfolioPool Pool { get; }

    /// <summary>No plan is worth more.</summary>
    public long Bound => Prices is null ? long.MaxValue : Bounding.Points(Prices.Bound);

    /// <summary>Whether the best plan is proven to be the best.</summary>
    public bool IsProven => Best.Value == Bound;

    /// <summary>Goes on under floors that <paramref name="plan"/> reaches.</summary>
    public void Demand(IReadOnlyList<Floor> floors, Assignment plan)
    {
        _floors = floors;
        Best = new Assignment(plan, floors);
        Pool.Add(Best);
    }

    /// <summary>What still fits of the plan in force; null where there is none.</summary>
    public Assignment? InForce { get; private set; }

    /// <summary>A first plan, without prices, beside the plan in force.</summary>
    public void Begin()
    {
        Share[] inForce = [.. Enumerable.Range(0, _model.Pairs).Where(pair => _model.PairInForce[pair] > 0)
            .Select(pair => new Share(pair, _model.PairInForce[pair]))];
        if (inForce.Length > 0) InForce = new KeptShares(_model, inForce).Plan;
        var plan = _plans.First(_floors);
        Offer(new Assignment(plan, _floors));
        _plans.Settle(plan, new Prices(_model));
        Offer(plan);
        if (InForce is not null) Offer(InForce);
    }

    /// <summary>Searches prices for so many rounds, or until <paramref name="part"/> of the budget is spent.</summary>
    public void FindPrices(double part)
    {
        Prices = new PriceSearch(_model, Best, _options.Threads);
        _rounds = new PriceRounds(_model, Prices, Pool, _meter);
        _rounds.Find(Best, part);
        _report(this);
    }

    /// <summary>Betters plan and bound in turn until <paramref name="part"/> of the budget is spent.</summary>
    public void Improve(double part)
    {
        var polish = new Polish(_model, _floors, _master, _options);
        var from = _meter.Spent;
        var size = 6.0;
        for (var round = 0; !_meter.IsPast(part) && !IsProven; round++)
        {
            var done = (_meter.Spent - from) / (part - from);
            if (round % 4 == 0 && done < 0.8)
            {
                _rounds!.Refine(Best, done);
                if (_floors.Count == 0) Dive(part);
                Start();
                Pack(8 + round, part);
            }
            var around = Around();
            for (var i = 0; i < 4 && !_meter.IsPast(part); i++)
            {
                var (better, isEasy) = polish.Round(Best, around, (int)size, Math.Min(0.5, _meter.UnitsUntil(part)), _random, _meter);
                if (!isEasy) size = Math.Max(2, size * 0.85); else if (better == 0) size = Math.Min(40, size * 1.15);
            }
            Pool.Add(Best);
            _report(this);
        }
    }

    /// <summary>The plan that comes nearest to the floors of <paramref name="plan"/>, from there and from new starts.</summary>
    public Assignment Reach(Assignment plan)
    {
        _plans.Settle(plan, Prices!.Best);
        if (plan.Coverage.ReachesAll) return plan;
        return _plans.Guided(plan.Coverage.Floors, Prices.Best).Select(plans => plans[^1]).Append(plan).MaxBy(candidate => candidate.Worth)!;
    }

    /// <summary>Offers a plan; it is taken when it is better.</summary>
    public void Offer(Assignment plan)
    {
        Pool.Add(plan);
        if (plan.Worth.CompareTo(Best.Worth) > 0) Best = plan;
        _report(this);
    }

    private Neighbourhoods Around()
    {
        var before = Prices!.Work;
        var around = new Neighbourhoods(Best, Prices.Best, Prices.Profits, Prices.Crew);
        _meter.AddCells(Prices.Work - before);
        return around;
    }

    /// <summary>New plans, guided by prices.</summary>
    public void Start()
    {
        foreach (var plans in _plans.Guided(_floors, Prices!.Best))
        {
            foreach (var plan in plans.SkipLast(1)) Pool.Add(plan);
            Offer(plans[^1]);
        }
    }

    /// <summary>New plans that prices settle; they know no floors.</summary>
    private void Dive(double part)
    {
        var before = Best.Value;
        foreach (var (plan, met) in _plans.Dive(Prices!, _dives.Part * _meter.UnitsUntil(part)))
        {
            foreach (var (supplier, shares) in met) Pool.Add(supplier, shares);
            Offer(plan);
        }
        _dives.Learn(Best.Value > before);
    }

    private void Pack(int columns, double part)
    {
        // The rows allow no need that is met by less than half, and the known choice must keep them.
        Best.DropUnmet();
        Pool.Add(Best);
        var program = new PackingProgram(Best, Pool.Best(Best, Prices!.Best, columns), _floors);
        var before = Best.Worth;
        var solution = _master.Solve(program.Program, Math.Min(MostPackWork, _packs.Part * _meter.UnitsUntil(part)), _options.Stop);
        _meter.AddSolver(solution.Work);
        var plan = new Assignment(_model, _floors);
        foreach (var share in program.Chosen(solution.Chosen)) plan.Add(share);
        _plans.Settle(plan, Prices!.Best);
        Offer(plan);
        _packs.Learn(Best.Worth.CompareTo(before) > 0);
    }
}
