namespace Kommunebro.Matching.Engine;

/// <summary>One search of an <see cref="Optimizer"/>.</summary>
internal sealed class Optimization
{
    /// <summary>So many ways to take a need the outside solver may prove by itself.</summary>
    private const int SmallModel = 4_000;

    /// <summary>The part of the budget in which it must have done so.</summary>
    private const double Trial = 0.1;

    private readonly Model _model;
    private readonly IMaster _master;
    private readonly SearchOptions _options;
    private readonly bool _isFair;
    private readonly Action<SearchProgress> _progress;
    private readonly Meter _meter;
    private readonly ValueSearch _search;
    private SearchStep _step;

    public Optimization(Model model, IMaster master, SearchOptions options, bool isFair, Action<SearchProgress> progress)
    {
        (_model, _master, _options, _isFair, _progress) = (model, master, options, isFair, progress);
        _meter = new Meter(options.Budget, () => options.Stop.IsCancellationRequested);
        _search = new ValueSearch(model, [], master, options, _meter, search => progress(SearchProgress.OfValue(_step, search, _meter)));
    }

    /// <summary>Searches.</summary>
    public Outcome Run()
    {
        _step = SearchStep.FirstPlan;
        _search.Begin();
        _step = SearchStep.Prices;
        _search.FindPrices(_isFair ? 0.2 : 0.45);
        _step = SearchStep.Value;
        var exactBound = SolveAlone();
        var isProven = exactBound == _search.Best.Value;
        if (!isProven) _search.Improve(_isFair ? 0.4 : 1);
        _search.Best.DropUnmet();
        var freeBound = Math.Min(_search.Bound, exactBound);
        return _isFair ? Fairly(freeBound, isProven) : OutcomeOf(_search.Best, [Value(freeBound, 0)], _search.Best.Value, freeBound);
    }

    /// <summary>The best value by the outside solver, where the model is small enough for it.</summary>
    /// <returns>A bound.</returns>
    private long SolveAlone()
    {
        if (Enumerable.Range(0, _model.Pairs).Sum(pair => _model.PairShared[pair] ? Share.Whole : 1L) > SmallModel) return long.MaxValue;
        _search.Start();
        var exact = new ExactValue(_search.Best, [], _master, _options, _meter);
        var bound = exact.Bound(_meter.Spent + Trial);
        _search.Offer(exact.Plan());
        return bound;
    }

    private Outcome Fairly(long freeBound, bool byStages)
    {
        var freeValue = _search.Best.Value;
        _step = SearchStep.Fairness;
        var fairness = new FairnessSearch(_search, _meter, until: byStages ? _meter.Spent + Trial : 0.65);
        var fair = Tell(fairness.Run());
        if (byStages) return Exactly(fairness.Best, fair, freeValue, freeBound);
        _step = SearchStep.FairValue;
        var before = _meter.Units;
        _search.Demand(fairness.Floors, fairness.Best);
        _search.Improve(1);
        _search.Best.DropUnmet();
        return OutcomeOf(_search.Best, [.. fair, Value(_search.Bound, before)], freeValue, freeBound);
    }

    private Outcome Exactly(Assignment start, IReadOnlyList<StageResult> known, long freeValue, long freeBound)
    {
        _step = SearchStep.Exact;
        var fairness = new ExactFairness(start, _master, _options, _meter);
        var fair = Tell(fairness.Run(known));
        var floors = new FairFloors(_model).Kept(new CoverageGroups(_model), fairness.Plan(), fair);
        _search.Demand(floors, _search.Reach(new Assignment(fairness.Plan(), floors)));
        if (_search.InForce is { } inForce) _search.Offer(new Assignment(inForce, floors));
        _search.Best.DropUnmet();
        var value = new ExactValue(_search.Best, fair, _master, _options, _meter);
        var ends = Tell(value.Run(freeBound, part: 0.8));
        if (ends[0].Optimal) return OutcomeOf(value.Plan(), [.. fair, .. ends], freeValue, freeBound);
        _step = SearchStep.FairValue;
        _search.Offer(new Assignment(value.Plan(), floors));
        var before = _meter.Units;
        _search.Improve(1);
        _search.Best.DropUnmet();
        return OutcomeOf(_search.Best, [.. fair, Value(ends[0].Bound, before)], freeValue, freeBound);
    }

    private List<StageResult> Tell(IEnumerable<StageResult> results)
    {
        var told = new List<StageResult>();
        foreach (var result in results)
        {
            told.Add(result);
            _progress(SearchProgress.OfStage(_step, result, _meter));
        }
        return told;
    }

    private StageResult Value(long bound, double workBefore) =>
        new(ObjectiveStage.Value, 0, _search.Best.Value, bound, _meter.Units - workBefore);

    private Outcome OutcomeOf(Assignment plan, IReadOnlyList<StageResult> stages, long freeValue, long freeBound) =>
        new([.. plan.Shares], _isFair ? Ends(plan, stages) : stages, Certificate.Of(_search), freeValue, freeBound, _meter.Units);

    /// <summary>What the plan reaches in the end, after stages gave up what they may for later ones.</summary>
    private IReadOnlyList<StageResult> Ends(Assignment plan, IReadOnlyList<StageResult> stages)
    {
        var reached = new GoalCount(_model).Of(plan).ToDictionary(goal => (goal.Stage, goal.Level), goal => goal.Reached);
        return [.. stages.Select(stage => reached.TryGetValue((stage.Stage, stage.Level), out var end) ? stage.Ends(end) : stage)];
    }
}
