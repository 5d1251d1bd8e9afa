namespace Kommunebro.Matching.Engine;

/// <summary>
/// Searches the plan of the greatest value that reaches all floors: prices give the bound and guide the starts, the master combines the
/// portfolios that were met, and pieces are polished exactly.
/// </summary>
internal sealed class ValueSearch
{
    private const double FirstStep = 0.1;
    private const double LastStep = 0.002;
    private const int StartsAtATime = 4;
    private const int PriceRounds = 150;
    private const int ExactNodes = 20_000;

    private readonly Model _model;
    private IReadOnlyList<Floor> _floors;
    private readonly IMaster _master;
    private readonly SearchOptions _options;
    private readonly Meter _meter;
    private readonly Action<ValueSearch> _report;
    private readonly Crew<BestResponse> _responses;
    private readonly SearchRandom _random;

    public ValueSearch(Model model, IReadOnlyList<Floor> floors, IMaster master, SearchOptions options, Meter meter, Action<ValueSearch> report)
    {
        (_model, _floors, _master, _options, _meter, _report) = (model, floors, master, options, meter, report);
        _responses = new Crew<BestResponse>(() => new BestResponse(model), options.Threads);
        _random = new SearchRandom(options.Seed);
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
        var plan = new Assignment(_model, _floors);
        var random = new SearchRandom(_random.Next());
        Measure(() => Sweeps.Sweep(plan, _responses.Tools[0], new Prices(_model), 0, random));
        Offer(new Assignment(plan, _floors));
        Measure(() => Sweeps.Settle(plan, _responses.Tools[0], new Prices(_model), random, _meter));
        Offer(plan);
        if (InForce is not null) Offer(InForce);
    }

    /// <summary>Searches prices for so many rounds, or until <paramref name="part"/> of the budget is spent.</summary>
    public void FindPrices(double part)
    {
        Prices = new PriceSearch(_model, Best, _options.Threads);
        var (from, round, done) = (_meter.Spent, 0, 0.0);
        // One round in any case, so that there is a bound.
        do
        {
            PriceRound(FirstStep * Math.Pow(LastStep / FirstStep, done), 0);
            done = Math.Max((double)++round / PriceRounds, (_meter.Spent - from) / (part - from));
        }
        while (done < 1 && !_meter.IsPast(part) && !IsProven);
        Prices.Return();
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
                for (var i = 0; i < 3 && !_meter.IsOver; i++) PriceRound(LastStep * Math.Pow(0.5, 1 + 4 * done), ExactNodes);
                Start();
                Pack(8 + round, Math.Min(10, 0.45 * _meter.UnitsUntil(part)));
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
        Measure(() => Sweeps.Settle(plan, _responses.Tools[0], Prices!.Best, new SearchRandom(_random.Next()), _meter));
        if (plan.Coverage.ReachesAll) return plan;
        return Starts(plan.Coverage.Floors).Select(plans => plans[^1]).Append(plan).MaxBy(candidate => candidate.Worth)!;
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

    private void PriceRound(double step, int maxNodes)
    {
        var before = Prices!.Work;
        Prices.Round(step, maxNodes);
        _meter.AddCells(Prices.Work - before);
        if (step > 0.02) return;
        for (var supplier = 0; supplier < _model.Suppliers; supplier++) Pool.Add(supplier, Prices.Portfolios[supplier].Shares);
    }

    /// <summary>New plans, guided by prices.</summary>
    public void Start()
    {
        foreach (var plans in Starts(_floors))
        {
            foreach (var plan in plans.SkipLast(1)) Pool.Add(plan);
            Offer(plans[^1]);
        }
    }

    private IReadOnlyList<Assignment>[] Starts(IReadOnlyList<Floor> floors)
    {
        var plans = new IReadOnlyList<Assignment>[StartsAtATime];
        ulong[] seeds = [.. plans.Select(_ => _random.Next())];
        Measure(() => _responses.Each(plans.Length, (response, index) =>
            plans[index] = Sweeps.Start(_model, floors, response, Prices!.Best, new SearchRandom(seeds[index]), _meter)));
        return plans;
    }

    private void Pack(int columns, double work)
    {
        // The rows allow no need that is met by less than half, and the known choice must keep them.
        Best.DropUnmet();
        Pool.Add(Best);
        var program = new PackingProgram(Best, Pool.Best(Best, Prices!.Best, columns), _floors);
        var solution = _master.Solve(program.Program, work, _options.Stop);
        _meter.AddSolver(solution.Work);
        var plan = new Assignment(_model, _floors);
        foreach (var share in program.Chosen(solution.Chosen)) plan.Add(share);
        Measure(() => Sweeps.Settle(plan, _responses.Tools[0], Prices!.Best, new SearchRandom(_random.Next()), _meter));
        Offer(plan);
    }

    private void Measure(Action work)
    {
        var before = _responses.Tools.Sum(response => response.Work);
        work();
        _meter.AddCells(_responses.Tools.Sum(response => response.Work) - before);
    }
}
