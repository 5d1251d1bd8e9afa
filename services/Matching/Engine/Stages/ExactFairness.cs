namespace Kommunebro.Matching.Engine;

/// <summary>
/// The fairness stages of a small model, one after the other, each by the outside solver and kept as a row for the next. It starts from a
/// good plan, and asks only for what is not known to be the best already.
/// </summary>
internal sealed class ExactFairness
{
    private readonly Assignment _start;
    private readonly Meter _meter;
    private readonly CoverProgram _cover;
    private readonly CoverageGroups _groups;
    private readonly FairnessRows _rows;
    private readonly ExactSearch _search;
    private readonly List<StageResult> _results = [];

    /// <param name="start">A plan to start from.</param>
    /// <param name="master">The outside solver.</param>
    /// <param name="options">How to search.</param>
    /// <param name="meter">Counts.</param>
    public ExactFairness(Assignment start, IMaster master, SearchOptions options, Meter meter)
    {
        (_start, _meter) = (start, meter);
        _cover = new CoverProgram(start);
        _groups = new CoverageGroups(start.Model);
        _rows = new FairnessRows(_cover, start.Model.Fairness, _groups);
        _search = new ExactSearch(_cover.Program, master, options, meter);
    }

    /// <summary>What became of the stages.</summary>
    public IReadOnlyList<StageResult> Results => _results;

    /// <summary>A plan that reaches what the stages reached: the one to start from, or what covers its hromadas and no more.</summary>
    public Assignment Plan() => _search.IsAnother ? Covering() : _start;

    /// <summary>All stages; each result as soon as it is there.</summary>
    /// <param name="known">What the plan to start from reaches, and bounds that are known.</param>
    public IEnumerable<StageResult> Run(IReadOnlyList<StageResult> known)
    {
        foreach (var stage in known)
        {
            var before = _meter.Units;
            var (reached, bound) = stage.Stage switch
            {
                ObjectiveStage.Coverage => Cover(stage),
                ObjectiveStage.CriticalWarZone => Count(_rows.Critical, stage, 0.3),
                _ => Count(_rows.Outside, stage, 0.8),
            };
            _results.Add(stage with { Reached = reached, Bound = bound, Work = stage.Work + _meter.Units - before });
            _rows.Keep(_results[^1]);
            yield return _results[^1];
        }
    }

    private (long Reached, long Bound) Count((IReadOnlyList<int> Variables, int Always) counted, StageResult known, double part)
    {
        var reached = Math.Min(known.Bound, counted.Always + counted.Variables.Count(variable => _search.Chosen[variable]));
        if (reached == known.Bound) return (reached, reached);
        // More than the bound is possible where a stage asks for no more than a share.
        var solution = _search.SolveCount(counted.Variables, part, known.Bound - counted.Always);
        return (Math.Min(known.Bound, counted.Always + solution.Gain), Math.Min(known.Bound, counted.Always + solution.Bound));
    }

    /// <summary>The highest coverage that all groups but level − 1 can reach: as many steps up from what is reached as possible.</summary>
    private (long Reached, long Bound) Cover(StageResult known)
    {
        var kept = _results.FirstOrDefault(result => result.Stage is ObjectiveStage.Coverage) is { } least
            ? (int)_start.Model.Fairness.Tolerances.Kept(least.Stage, least.Reached)
            : 0;
        var values = _groups.Values.ToList();
        var low = values.LastIndexOf(Reached(known.Level));
        var high = values.LastIndexOf(_groups.Bound(known.Level, kept));
        if (low >= high) return (values[low], values[low]);
        var solution = _search.SolveCount(Steps(known.Level, values.Skip(low + 1).Take(high - low)), 0.75);
        return (values[values.LastIndexOf(Reached(known.Level))], values[low + (int)solution.Bound]);
    }

    /// <summary>Variables that say, of one coverage after the other, that all groups but level − 1 reach it.</summary>
    private List<int> Steps(int level, IEnumerable<int> values)
    {
        var steps = new List<int>();
        foreach (var value in values)
        {
            var (variables, always) = _rows.Reach.Of(value);
            var step = _cover.Program.AddVariable(0, hint: false);
            _cover.Program.AddRow(
                [(step, _groups.Count - level + 1 - always), .. variables.Select(variable => (variable, -1L))], -variables.Count, 0);
            if (steps.Count > 0) _cover.Program.AddRow([(step, 1), (steps[^1], -1)], -1, 0);
            steps.Add(step);
        }
        return steps;
    }

    /// <summary>The coverage of the <paramref name="level"/>-th least covered group.</summary>
    private int Reached(int level) => _groups.Of(Covering()).Order().ElementAt(level - 1);

    private Assignment Covering()
    {
        var plan = new Assignment(_start.Model, []);
        foreach (var share in _cover.Chosen(_search.Chosen)) plan.Add(share);
        return plan;
    }
}
