namespace Kommunebro.Matching.Engine;

/// <summary>
/// The fairness stages of a large model: each is searched with plans that are drawn to what is still to be covered, and bounded by a
/// flow. What it reaches becomes a floor for the stages that follow.
/// </summary>
internal sealed class FairnessSearch
{
    private const int Levels = 3;

    private readonly Model _model;
    private readonly Meter _meter;
    private readonly ValueSearch _value;
    private readonly CoverageGroups _groups;
    private readonly FairFloors _make;
    private readonly double _until;
    private readonly List<StageResult> _results = [];
    private IReadOnlyList<Floor> _floors = [];

    /// <param name="value">The search that makes plans; its prices guide.</param>
    /// <param name="meter">Counts.</param>
    /// <param name="until">The part of the budget after which no coverage is tried for any more.</param>
    public FairnessSearch(ValueSearch value, Meter meter, double until)
    {
        (_model, _meter, _value, _until) = (value.Best.Model, meter, value, until);
        _groups = new CoverageGroups(_model);
        _make = new FairFloors(_model);
        Best = value.Best;
    }

    /// <summary>A plan that reaches the floors.</summary>
    public Assignment Best { get; private set; }

    /// <summary>What later stages must keep.</summary>
    public IReadOnlyList<Floor> Floors => _floors;

    /// <summary>What became of the stages.</summary>
    public IReadOnlyList<StageResult> Results => _results;

    /// <summary>Searches all of them; each result as soon as it is there.</summary>
    public IEnumerable<StageResult> Run()
    {
        yield return Count(ObjectiveStage.CriticalWarZone, _make.Critical(int.MaxValue));
        for (var level = 1; level <= Math.Min(Levels, _groups.Count); level++) yield return Cover(level);
        yield return Count(ObjectiveStage.OutsideShare, _make.Outside(_make.Due()));
    }

    /// <summary>As many hromadas as possible, up to what the floor requires.</summary>
    private StageResult Count(ObjectiveStage stage, Floor floor)
    {
        var before = _meter.Units;
        var bound = Math.Min(floor.Required, new PartnerFlow(_model, floor.Members, floor.CriticalOnly).Most());
        Try([.. _floors, floor with { Required = bound }]);
        var reached = Math.Min(bound, Enumerable.Range(0, _model.Hromadas)
            .Count(hromada => floor.Members[hromada] && Best.Coverage.IsCovered(hromada, floor.CriticalOnly)));
        return Keep(new StageResult(stage, 0, reached, bound, _meter.Units - before));
    }

    /// <summary>The highest coverage that all groups but the <paramref name="level"/> − 1 least covered are found to reach.</summary>
    private StageResult Cover(int level)
    {
        var before = _meter.Units;
        var kept = _results.FirstOrDefault(result => result.Stage is ObjectiveStage.Coverage) is { } least
            ? (int)_model.Fairness.Tolerances.Kept(least.Stage, least.Reached)
            : 0;
        var bound = _groups.Bound(level, kept);
        var values = _groups.Values.Where(value => value <= bound).ToList();
        var (low, high) = (values.FindLastIndex(value => value <= Reached(level)), values.Count - 1);
        while (low < high && !_meter.IsPast(_until))
        {
            var (middle, best) = ((low + high + 1) / 2, Best);
            if (Try([.. _floors, .. _make.Coverage(_groups, Wanted(level, values[middle]))]))
                low = Math.Max(middle, values.FindLastIndex(value => value <= Reached(level)));
            // What comes nearer as a whole may have less where there is least.
            else (high, Best) = (middle - 1, best);
        }
        return Keep(new StageResult(ObjectiveStage.Coverage, level, values[low], bound, _meter.Units - before));
    }

    /// <summary>The coverage of the <paramref name="level"/>-th least covered group.</summary>
    private int Reached(int level) => _groups.Of(Best).Order().ElementAt(level - 1);

    /// <summary>What each group is to have: the least covered what they have, the others <paramref name="value"/>.</summary>
    private int[] Wanted(int level, int value)
    {
        var values = _groups.Of(Best);
        foreach (var group in Enumerable.Range(0, values.Length).OrderBy(group => values[group]).Skip(level - 1)) values[group] = value;
        return values;
    }

    /// <summary>Looks for a plan that reaches all floors; the best plan becomes the one that comes nearest and loses nothing that is kept.</summary>
    private bool Try(IReadOnlyList<Floor> floors)
    {
        var inForce = _value.InForce is { } plan ? new Assignment(plan, floors) : null;
        var found = inForce is { Coverage.ReachesAll: true } ? inForce : _value.Reach(new Assignment(Best, floors));
        var isNearer = found.Worth.CompareTo(new Assignment(Best, floors).Worth) > 0;
        if (isNearer && new Assignment(found, _floors).Coverage.ReachesAll) Best = found;
        return found.Coverage.ReachesAll;
    }

    /// <summary>Makes what a stage reached a floor for those after it.</summary>
    private StageResult Keep(StageResult result)
    {
        _results.Add(result);
        _floors = _make.Kept(_groups, Best, _results);
        Best = new Assignment(Best, _floors);
        return result;
    }
}
