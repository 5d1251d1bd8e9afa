namespace Kommunebro.Matching.Engine;

/// <summary>
/// All stages of a small model, one after the other, each by the outside solver over all pairs and kept as a row for the next. It starts
/// from a good plan, and asks only for what is not known to be the best already.
/// </summary>
internal sealed class ExactStages
{
    private readonly Model _model;
    private readonly IMaster _master;
    private readonly SearchOptions _options;
    private readonly Meter _meter;
    private readonly ChoiceProgram _choice;
    private readonly CoverageGroups _groups;
    private readonly (IReadOnlyList<int> Variables, int Always) _critical;
    private readonly (IReadOnlyList<int> Variables, int Always) _outside;
    private readonly CoverageReach _reach;
    private readonly long[] _value;
    private readonly List<StageResult> _results = [];
    private bool[] _chosen;

    /// <param name="plan">A plan to start from.</param>
    /// <param name="master">The outside solver.</param>
    /// <param name="options">How to search.</param>
    /// <param name="meter">Counts.</param>
    public ExactStages(Assignment plan, IMaster master, SearchOptions options, Meter meter)
    {
        (_model, _master, _options, _meter) = (plan.Model, master, options, meter);
        _choice = new ChoiceProgram(plan, Enumerable.Range(0, _model.Suppliers), _ => true);
        _groups = new CoverageGroups(_model);
        bool[] outside = [.. _model.Fairness.InWarZone.Select(isInside => !isInside)];
        _critical = _choice.Coverage.Count(_model.Fairness.InWarZone, criticalOnly: true);
        _outside = _choice.Coverage.Count(outside, criticalOnly: false);
        _reach = new CoverageReach(_choice, _groups);
        _value = [.. _choice.Program.Gains];
        _chosen = [.. _choice.Program.Hints];
    }

    /// <summary>What became of the stages.</summary>
    public IReadOnlyList<StageResult> Results => _results;

    /// <summary>The plan as it stands.</summary>
    public Assignment Plan()
    {
        var plan = new Assignment(_model, []);
        foreach (var share in _choice.Chosen(_chosen)) plan.Add(share);
        return plan;
    }

    /// <summary>Value alone: what could be gained without fairness.</summary>
    public BinarySolution ValueAlone(double part) => Solve(_value, part);

    /// <summary>All stages; each result as soon as it is there.</summary>
    /// <param name="known">What the plan reaches in the fairness stages, and bounds that are known.</param>
    /// <param name="valueBound">A bound of the value that is known.</param>
    public IEnumerable<StageResult> Run(IReadOnlyList<StageResult> known, long valueBound)
    {
        foreach (var stage in known)
        {
            var before = _meter.Units;
            var (reached, bound) = stage.Stage switch
            {
                ObjectiveStage.Coverage => Cover(stage),
                ObjectiveStage.CriticalWarZone => Count(_critical, stage, 0.3),
                _ => Count(_outside, stage, 0.8),
            };
            _results.Add(stage with { Reached = reached, Bound = bound, Work = stage.Work + _meter.Units - before });
            Keep(_results[^1]);
            yield return _results[^1];
        }
        foreach (var result in Value(valueBound)) yield return result;
    }

    private (long Reached, long Bound) Count((IReadOnlyList<int> Variables, int Always) counted, StageResult known, double part)
    {
        var reached = Math.Min(known.Bound, counted.Always + counted.Variables.Count(variable => _chosen[variable]));
        if (reached == known.Bound) return (reached, reached);
        // More than the bound is possible where a stage asks for no more than a share.
        var solution = Solve(Ones(counted.Variables), part, known.Bound - counted.Always);
        return (Math.Min(known.Bound, counted.Always + solution.Gain), Math.Min(known.Bound, counted.Always + solution.Bound));
    }

    /// <summary>The highest coverage that all groups but level − 1 can reach: every value between what is reached and what is possible is asked for.</summary>
    private (long Reached, long Bound) Cover(StageResult known)
    {
        var kept = known.Level == 1 ? 0 : (int)_results.First(result => result.Stage is ObjectiveStage.Coverage).Reached;
        var values = _groups.Values.ToList();
        var low = values.LastIndexOf(_groups.Of(Plan()).Order().ElementAt(known.Level - 1));
        var high = values.LastIndexOf(_groups.Bound(known.Level, kept));
        var (needed, proven) = (_groups.Count - known.Level + 1, high);
        while (low < high)
        {
            // The next value first: a good plan is seldom far from the best.
            var (variables, always) = _reach.Of(values[low + 1]);
            var before = _chosen;
            var solution = Solve(Ones(variables), 0.75, needed - always);
            if (always + solution.Bound < needed) proven = low;
            if (always + solution.Gain < needed)
            {
                // Many groups that reach more are not what was asked for.
                _chosen = before;
                break;
            }
            low = values.LastIndexOf(_groups.Of(Plan()).Order().ElementAt(known.Level - 1));
        }
        return (values[low], values[Math.Max(low, proven)]);
    }

    private IEnumerable<StageResult> Value(long valueBound)
    {
        var (gains, scale) = TiedGains.Of(_choice, _value);
        var before = _meter.Units;
        var solution = Solve(gains, 1);
        var (value, bound) = (_model.BaseValue + Floor(solution.Gain, scale), _model.BaseValue + Floor(solution.Bound, scale));
        var result = new StageResult(ObjectiveStage.Value, 0, value, Math.Min(valueBound, bound), _meter.Units - before);
        _results.Add(result);
        yield return result;
        if (!result.Optimal) yield break;
        var tie = solution.Gain - (value - _model.BaseValue) * scale;
        _results.Add(new StageResult(ObjectiveStage.TieBreak, 0, tie, Math.Max(tie, solution.Bound - (value - _model.BaseValue) * scale), 0));
        yield return _results[^1];
    }

    /// <summary>Division rounded down, as a value below 0 wants it: ties are added to it.</summary>
    private static long Floor(long number, long divisor) => (number - (number % divisor + divisor) % divisor) / divisor;

    /// <summary>Makes what a stage reached a row for those after it.</summary>
    private void Keep(StageResult result)
    {
        var tolerances = _model.Fairness.Tolerances;
        switch (result.Stage)
        {
            case ObjectiveStage.CriticalWarZone:
                KeepAtLeast(_critical.Variables, result.Reached - tolerances.CriticalHromadas - _critical.Always);
                break;
            case ObjectiveStage.OutsideShare:
                KeepAtLeast(_outside.Variables, result.Reached - tolerances.OutsideHromadas - _outside.Always);
                break;
            default:
                var (variables, always) = _reach.Of(Math.Max(0, (int)result.Reached - tolerances.CoveragePermille));
                KeepAtLeast(variables, _groups.Count - result.Level + 1 - always);
                break;
        }
    }

    private BinarySolution Solve(IReadOnlyList<long> gains, double part, long? enough = null)
    {
        _choice.Program.Aim(gains, _chosen, enough);
        // A search that is past its time still gets a little, so that what is easy is found.
        var solution = _master.Solve(_choice.Program, Math.Max(0.02, _meter.UnitsUntil(part)), _options.Stop);
        _meter.AddSolver(solution.Work);
        _chosen = [.. solution.Chosen];
        return solution;
    }

    private long[] Ones(IReadOnlyList<int> variables)
    {
        var gains = new long[_value.Length];
        foreach (var variable in variables) gains[variable] = 1;
        return gains;
    }

    private void KeepAtLeast(IReadOnlyList<int> variables, long least)
    {
        if (least > 0) _choice.Program.AddRow(variables.Select(variable => (variable, 1L)), least, variables.Count);
    }
}
