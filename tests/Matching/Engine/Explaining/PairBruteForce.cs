using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Explaining;

/// <summary>Tries every plan of a small problem in which needs go as a whole and value alone counts. Only the pairs and their values are the engine's.</summary>
internal sealed class PairBruteForce(Problem problem)
{
    private readonly IReadOnlyList<Pair> _pairs = CandidateSet.Of(problem).Pairs;
    private readonly List<Pair> _taken = [];

    /// <summary>The greatest value of a plan that has <paramref name="pinned"/>; null when there is none.</summary>
    public long? Best(Pair? pinned)
    {
        _taken.Clear();
        if (pinned is not null) _taken.Add(_pairs.Single(pair => (pair.Supplier.Id, pair.Need.Id) == (pinned.Supplier.Id, pinned.Need.Id)));
        return IsFeasible() ? From(0) : null;
    }

    /// <summary>The value of a plan; null when it breaks a limit.</summary>
    public long? Value(IEnumerable<(Guid Supplier, Guid Need)> plan)
    {
        _taken.Clear();
        _taken.AddRange(plan.Select(share => _pairs.Single(pair => (pair.Supplier.Id, pair.Need.Id) == share)));
        return IsFeasible() ? Worth() : null;
    }

    private long From(int at)
    {
        if (at == _pairs.Count) return Worth();
        var best = From(at + 1);
        if (_taken.Contains(_pairs[at])) return best;
        _taken.Add(_pairs[at]);
        if (IsFeasible()) best = Math.Max(best, From(at + 1));
        _taken.RemoveAt(_taken.Count - 1);
        return best;
    }

    private long Worth() => _taken.Sum(pair => pair.Value)
        - _taken.Select(pair => (pair.Supplier.Id, pair.Hromada.Id)).Distinct().Count() * problem.Scenario.OverheadValue;

    private bool IsFeasible()
    {
        if (_taken.Select(pair => pair.Need.Id).Distinct().Count() < _taken.Count) return false;
        foreach (var own in _taken.GroupBy(pair => pair.Supplier.Id))
        {
            var supplier = own.First().Supplier;
            var partnerships = own.Select(pair => pair.Hromada.Id).Distinct().Count();
            if (partnerships > supplier.MaxPartnerships) return false;
            if (own.Sum(pair => pair.Need.Effort.Days) + partnerships * problem.Scenario.OverheadDays > supplier.Capacity.Days) return false;
            foreach (var area in supplier.Areas)
                if (own.Where(pair => pair.Competence.AreaCode == area.AreaCode).Sum(pair => pair.Need.Effort.Days) > (area.MaxPersonDays ?? int.MaxValue))
                    return false;
        }
        return _taken.GroupBy(pair => pair.Hromada.Id)
            .All(own => own.Select(pair => pair.Supplier.Id).Distinct().Count() <= problem.Scenario.MaxPartnersPerHromada);
    }
}
