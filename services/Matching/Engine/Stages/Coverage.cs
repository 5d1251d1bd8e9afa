namespace Kommunebro.Matching.Engine;

/// <summary>Counts the hromadas that an assignment covers: one is covered when at least half of one of its needs is met, what is decided already included.</summary>
internal sealed class Coverage
{
    private readonly Model _model;
    private readonly IReadOnlyList<Floor> _floors;
    private readonly int[][] _floorsOf;
    private readonly int[] _quarters;
    private readonly int[] _coveredNeeds;
    private readonly int[] _coveredCritical;
    private readonly int[] _counts;

    /// <summary>Counts what is decided already.</summary>
    public Coverage(Model model, IReadOnlyList<Floor> floors)
    {
        (_model, _floors) = (model, floors);
        _quarters = new int[model.Needs];
        _coveredNeeds = new int[model.Hromadas];
        _coveredCritical = new int[model.Hromadas];
        _counts = new int[floors.Count];
        _floorsOf = [.. Enumerable.Range(0, model.Hromadas)
            .Select(hromada => Enumerable.Range(0, floors.Count).Where(floor => floors[floor].Members[hromada]).ToArray())];
        for (var need = 0; need < model.Needs; need++) Move(need, model.Fairness.StandingQuarters[need]);
    }

    /// <summary>The sum of what each floor has reached: greater is fairer.</summary>
    public long Points { get; private set; }

    /// <summary>What is counted.</summary>
    public IReadOnlyList<Floor> Floors => _floors;

    /// <summary>Whether all floors are reached.</summary>
    public bool ReachesAll
    {
        get
        {
            for (var floor = 0; floor < _counts.Length; floor++)
                if (_counts[floor] < _floors[floor].Required) return false;
            return true;
        }
    }

    /// <summary>Whether a hromada is covered, by a critical need or by any.</summary>
    public bool IsCovered(int hromada, bool criticalOnly) => (criticalOnly ? _coveredCritical : _coveredNeeds)[hromada] > 0;

    /// <summary>Quarters of a need that are met.</summary>
    public int Quarters(int need) => _quarters[need];

    /// <summary>What covering <paramref name="hromada"/> would add to the points, by a critical need or by another.</summary>
    public long Gain(int hromada, bool byCritical)
    {
        var gain = 0L;
        foreach (var floor in _floorsOf[hromada])
            if ((byCritical || !_floors[floor].CriticalOnly) && _counts[floor] < _floors[floor].Required
                && !IsCovered(hromada, _floors[floor].CriticalOnly))
                gain += _floors[floor].Points;
        return gain;
    }

    /// <summary>More quarters of a need are met, or fewer.</summary>
    public void Move(int need, int quarters)
    {
        var was = _quarters[need] >= Share.Covering;
        _quarters[need] += quarters;
        var isNow = _quarters[need] >= Share.Covering;
        if (was == isNow) return;
        var hromada = _model.NeedHromada[need];
        Count(hromada, -1);
        _coveredNeeds[hromada] += isNow ? 1 : -1;
        if (_model.Fairness.Critical[need]) _coveredCritical[hromada] += isNow ? 1 : -1;
        Count(hromada, 1);
    }

    private void Count(int hromada, int sign)
    {
        foreach (var floor in _floorsOf[hromada])
        {
            if (!IsCovered(hromada, _floors[floor].CriticalOnly)) continue;
            var before = Math.Min(_counts[floor], _floors[floor].Required);
            _counts[floor] += sign;
            Points += (Math.Min(_counts[floor], _floors[floor].Required) - before) * _floors[floor].Points;
        }
    }
}
