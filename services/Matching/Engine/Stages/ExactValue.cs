namespace Kommunebro.Matching.Engine;

/// <summary>The greatest value of a small model by the outside solver over all pairs, and of the plans of equal value the one that ties decide.</summary>
internal sealed class ExactValue
{
    private readonly Model _model;
    private readonly Meter _meter;
    private readonly ChoiceProgram _choice;
    private readonly ExactSearch _search;
    private readonly long[] _value;

    /// <param name="plan">A plan to start from.</param>
    /// <param name="fairness">What the fairness stages reached, which every plan must keep.</param>
    /// <param name="master">The outside solver.</param>
    /// <param name="options">How to search.</param>
    /// <param name="meter">Counts.</param>
    public ExactValue(Assignment plan, IReadOnlyList<StageResult> fairness, IMaster master, SearchOptions options, Meter meter)
    {
        (_model, _meter) = (plan.Model, meter);
        _choice = new ChoiceProgram(plan, Enumerable.Range(0, _model.Suppliers), _ => true);
        if (fairness.Count > 0)
        {
            var rows = new FairnessRows(_choice, _model.Fairness, new CoverageGroups(_model));
            foreach (var result in fairness) rows.Keep(result);
        }
        _value = [.. _choice.Program.Gains];
        _search = new ExactSearch(_choice.Program, master, options, meter);
    }

    /// <summary>The plan as it stands.</summary>
    public Assignment Plan()
    {
        var plan = new Assignment(_model, []);
        foreach (var share in _choice.Chosen(_search.Chosen)) plan.Add(share);
        return plan;
    }

    /// <summary>Value alone, without ties.</summary>
    /// <param name="part">The part of the budget after which it ends.</param>
    /// <returns>A bound of the value.</returns>
    public long Bound(double part) => _model.BaseValue + _search.Solve(_value, part).Bound;

    /// <summary>Value, and where that is proven the ties.</summary>
    /// <param name="valueBound">A bound of the value that is known.</param>
    /// <param name="part">The part of the budget after which it ends.</param>
    public IEnumerable<StageResult> Run(long valueBound, double part)
    {
        var (gains, scale) = TiedGains.Of(_choice, _value);
        var before = _meter.Units;
        var solution = _search.Solve(gains, part);
        var (value, bound) = (_model.BaseValue + Floor(solution.Gain, scale), _model.BaseValue + Floor(solution.Bound, scale));
        var result = new StageResult(ObjectiveStage.Value, 0, value, Math.Min(valueBound, bound), _meter.Units - before);
        yield return result;
        if (!result.Optimal) yield break;
        var tie = solution.Gain - (value - _model.BaseValue) * scale;
        yield return new StageResult(ObjectiveStage.TieBreak, 0, tie, Math.Max(tie, solution.Bound - (value - _model.BaseValue) * scale), 0);
    }

    /// <summary>Division rounded down, as a value below 0 wants it: ties are added to it.</summary>
    private static long Floor(long number, long divisor) => (number - (number % divisor + divisor) % divisor) / divisor;
}
