using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Search;

/// <summary>Tries every plan of a small model, and keeps the one that is best in the goals' order. It reads the model's numbers and calls nothing that the engine computes by.</summary>
internal sealed class BruteForce
{
    private const int Levels = 3;

    private readonly Model _model;
    private readonly bool _isFair;
    private readonly int _due;
    private readonly bool[] _counts;
    private readonly List<(int Pair, int Quarters)> _taken = [];
    private long[] _best = [];

    public BruteForce(Model model, bool isFair = true)
    {
        (_model, _isFair) = (model, isFair);
        var outside = new IndependentFlow(model).MostOutside();
        _due = (outside * model.Fairness.OutsidePermille + 999) / 1000;
        _counts = [.. Enumerable.Range(0, model.Hromadas).Select(hromada => model.Fairness.WithoutPartner[hromada] && CanBeCovered(hromada))];
    }

    /// <summary>The shares of the best plan, by pair.</summary>
    public List<(int Pair, int Quarters)> Plan { get; private set; } = [];

    /// <summary>Whether a plan keeps every limit of the model.</summary>
    public static bool Allows(Model model, IEnumerable<Share> plan)
    {
        var brute = new BruteForce(model);
        brute._taken.AddRange(plan.Select(share => (share.Pair, share.Quarters)));
        return brute.IsFeasible() && brute._taken.All(share => brute.QuartersOf(model.PairNeed[share.Pair]) >= Share.Covering);
    }

    /// <summary>The value of a plan.</summary>
    public static long ValueOf(Model model, IEnumerable<Share> plan) => WorthOf(model, plan, isFair: false)[0];

    /// <summary>How far a plan reaches each goal.</summary>
    public static long[] WorthOf(Model model, IEnumerable<Share> plan, bool isFair = true)
    {
        var brute = new BruteForce(model, isFair);
        brute._taken.AddRange(plan.Select(share => (share.Pair, share.Quarters)));
        return brute.Worth();
    }

    /// <summary>How far the best plan reaches each goal: critical; coverage of the three least covered groups; outside; value; tie.</summary>
    public long[] Solve()
    {
        From(0);
        return _best;
    }

    /// <summary>The most that each goal can reach when the goals before gave up what they may, and what the plan that is best then reaches.</summary>
    public (long[] Most, long[] Ends) SolveWithin(StageTolerances tolerances)
    {
        var all = new List<long[]>();
        From(0, worth => all.Add(worth));
        var most = new long[all[0].Length];
        for (var goal = 0; goal < most.Length; goal++)
        {
            most[goal] = all.Max(worth => worth[goal]);
            var givenUp = goal == 0 ? tolerances.CriticalHromadas
                : goal < most.Length - 3 ? tolerances.CoveragePermille
                : goal == most.Length - 3 ? tolerances.OutsideHromadas : 0;
            all.RemoveAll(worth => worth[goal] < most[goal] - givenUp);
        }
        return (most, all[0]);
    }

    private void From(int pair) => From(pair, worth =>
    {
        if (_best.Length == 0 || Compare(worth, _best) > 0) (_best, Plan) = (worth, [.. _taken]);
    });

    private void From(int pair, Action<long[]> see)
    {
        if (pair == _model.PairNeed.Length)
        {
            if (_taken.TrueForAll(share => QuartersOf(_model.PairNeed[share.Pair]) >= 2)) see(Worth());
            return;
        }
        From(pair + 1, see);
        var need = _model.PairNeed[pair];
        for (var quarters = _model.PairShared[pair] ? 1 : _model.NeedQuarters[need]; quarters <= _model.NeedQuarters[need]; quarters++)
        {
            _taken.Add((pair, quarters));
            if (IsFeasible()) From(pair + 1, see);
            _taken.RemoveAt(_taken.Count - 1);
        }
    }

    private static int Compare(long[] one, long[] two)
    {
        for (var goal = 0; goal < one.Length; goal++)
            if (one[goal] != two[goal]) return one[goal].CompareTo(two[goal]);
        return 0;
    }

    private int SupplierOf(int pair) => _model.LinkSupplier[_model.PairLink[pair]];

    private int DaysOf((int Pair, int Quarters) share) => (_model.PairDays[share.Pair] * share.Quarters + 3) / 4;

    private IEnumerable<int> NewLinks => _taken.Select(share => _model.PairLink[share.Pair]).Distinct().Where(link => !_model.LinkExists[link]);

    private bool IsFeasible()
    {
        foreach (var own in _taken.GroupBy(share => SupplierOf(share.Pair)))
        {
            var partnerships = NewLinks.Count(link => _model.LinkSupplier[link] == own.Key);
            if (partnerships > _model.MaxPartnerships[own.Key]) return false;
            if (own.Sum(DaysOf) + partnerships * _model.OverheadDays > _model.Capacity[own.Key]) return false;
        }
        foreach (var drawn in _taken.Where(share => _model.PairLimit[share.Pair] >= 0).GroupBy(share => _model.PairLimit[share.Pair]))
            if (drawn.Sum(DaysOf) > _model.LimitDays[drawn.Key]) return false;
        foreach (var shared in _taken.GroupBy(share => _model.PairNeed[share.Pair]))
            if (shared.Sum(share => share.Quarters) > _model.NeedQuarters[shared.Key] || shared.Count() > _model.NeedSuppliers[shared.Key]) return false;
        return NewLinks.GroupBy(link => _model.LinkHromada[link]).All(links => links.Count() <= _model.MaxPartners[links.Key]);
    }

    private long[] Worth()
    {
        var value = _model.BaseValue + _taken.Sum(share => _model.PairValue[share.Pair] * share.Quarters / 4 + _model.PairKept[share.Pair]) - NewLinks.Count() * _model.OverheadValue;
        var tie = _taken.Sum(share => (long)_model.PairTie[share.Pair] * share.Quarters);
        if (!_isFair) return [value];
        var war = Enumerable.Range(0, _model.Hromadas).Where(hromada => _model.Fairness.InWarZone[hromada]).Count(hromada => IsCovered(hromada, criticalOnly: true));
        var outside = Enumerable.Range(0, _model.Hromadas).Where(hromada => !_model.Fairness.InWarZone[hromada]).Count(hromada => IsCovered(hromada, criticalOnly: false));
        return [war, .. Coverage(), Math.Min(outside, _due), value, tie];
    }

    private bool IsCovered(int hromada, bool criticalOnly) => Enumerable.Range(0, _model.Needs).Any(need =>
        _model.NeedHromada[need] == hromada && (!criticalOnly || _model.Fairness.Critical[need])
        && QuartersOf(need) >= 2);

    private int QuartersOf(int need) =>
        _model.Fairness.StandingQuarters[need] + _taken.Where(share => _model.PairNeed[share.Pair] == need).Sum(share => share.Quarters);

    private bool CanBeCovered(int hromada) =>
        _model.PairNeed.Any(need => _model.NeedHromada[need] == hromada)
        || Enumerable.Range(0, _model.Needs).Any(need => _model.NeedHromada[need] == hromada && _model.Fairness.StandingQuarters[need] >= 2);

    private IEnumerable<long> Coverage() => Enumerable.Range(0, _model.Hromadas).Where(hromada => _counts[hromada])
        .GroupBy(hromada => _model.Fairness.Group[hromada])
        .Select(group => (long)(1000 * group.Count(hromada => IsCovered(hromada, criticalOnly: false)) / group.Count()))
        .Order().Take(Levels);
}
