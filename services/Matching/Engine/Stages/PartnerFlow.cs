namespace Kommunebro.Matching.Engine;

/// <summary>
/// How many hromadas could be given a partner at all: a maximum flow from suppliers (as many partnerships as they can begin) over
/// eligible links to hromadas (one each) and their groups. It looks at no person-days beyond what the cheapest share takes, so no plan
/// can reach more (Dinic, 1970).
/// </summary>
internal sealed class PartnerFlow
{
    private readonly Model _model;
    private readonly bool _criticalOnly;
    private readonly bool[] _members;
    private readonly bool[] _covered;
    private readonly int[] _partnerships;

    /// <param name="model">The model.</param>
    /// <param name="members">The hromadas that count.</param>
    /// <param name="criticalOnly">Whether only critical needs cover.</param>
    public PartnerFlow(Model model, bool[] members, bool criticalOnly)
    {
        (_model, _members, _criticalOnly) = (model, members, criticalOnly);
        _covered = Covered();
        _partnerships = [.. Enumerable.Range(0, model.Suppliers).Select(MostPartnerships)];
    }

    /// <summary>The most members that can be covered, those that are covered already included.</summary>
    public int Most() => _covered.Count(covered => covered) + Flow(hromada => hromada, _model.Hromadas, null);

    /// <summary>How many members are missing at least when each group is to reach its number at the same time; 0 when partnerships suffice.</summary>
    /// <param name="required">Members that must be covered, for each group of the model.</param>
    public int Missing(int[] required)
    {
        int[] missing = [.. required];
        for (var hromada = 0; hromada < _model.Hromadas; hromada++)
            if (_covered[hromada]) missing[_model.Fairness.Group[hromada]]--;
        for (var group = 0; group < missing.Length; group++) missing[group] = Math.Max(0, missing[group]);
        return missing.Sum() - Flow(hromada => _model.Fairness.Group[hromada], missing.Length, missing);
    }

    /// <summary>Whether a member can be covered at all, or is.</summary>
    public bool[] Coverable()
    {
        bool[] coverable = [.. _covered];
        for (var link = 0; link < _model.LinkHromada.Length; link++)
            if (Qualifies(link)) coverable[_model.LinkHromada[link]] = true;
        return coverable;
    }

    private bool[] Covered()
    {
        var covered = new bool[_model.Hromadas];
        for (var need = 0; need < _model.Needs; need++)
            if (_members[_model.NeedHromada[need]] && Counts(need) && _model.Fairness.StandingQuarters[need] >= Share.Covering)
                covered[_model.NeedHromada[need]] = true;
        return covered;
    }

    private bool Counts(int need) => !_criticalOnly || _model.Fairness.Critical[need];

    /// <summary>Whether the supplier can have a part in covering a member that is not covered yet.</summary>
    private bool Qualifies(int link) =>
        _members[_model.LinkHromada[link]] && !_covered[_model.LinkHromada[link]] && Cheapest(link) < int.MaxValue;

    /// <summary>The fewest days for which the supplier can have a part in covering the hromada.</summary>
    private int Cheapest(int link)
    {
        var cheapest = int.MaxValue;
        for (var pair = _model.LinkPairs[link]; pair < _model.LinkPairs[link + 1]; pair++)
            if (Counts(_model.PairNeed[pair]) && _model.NeedQuarters[_model.PairNeed[pair]] > 0)
                cheapest = Math.Min(cheapest, _model.LinkDays(link) + _model.Days(new Share(pair, _model.LeastQuarters(pair))));
        return cheapest;
    }

    /// <summary>The most members that a supplier can have a part in: what it may begin, and what its days allow.</summary>
    private int MostPartnerships(int supplier)
    {
        var links = Enumerable.Range(_model.SupplierLinks[supplier], _model.SupplierLinks[supplier + 1] - _model.SupplierLinks[supplier])
            .Where(Qualifies).ToList();
        var (most, left) = (0, _model.Capacity[supplier]);
        foreach (var days in links.Select(Cheapest).Order())
        {
            if (days > left) break;
            (most, left) = (most + 1, left - days);
        }
        return (int)Math.Min(most, (long)_model.MaxPartnerships[supplier] + links.Count(link => _model.LinkExists[link]));
    }

    private int Flow(Func<int, int> sinkOf, int sinks, int[]? most)
    {
        var flow = new MaxFlow(2 + _model.Suppliers + _model.Hromadas + sinks);
        var (source, sink, firstHromada, firstSink) = (0, 1, 2 + _model.Suppliers, 2 + _model.Suppliers + _model.Hromadas);
        for (var supplier = 0; supplier < _model.Suppliers; supplier++) flow.AddEdge(source, 2 + supplier, _partnerships[supplier]);
        for (var link = 0; link < _model.LinkHromada.Length; link++)
            if (Qualifies(link))
                flow.AddEdge(2 + _model.LinkSupplier[link], firstHromada + _model.LinkHromada[link], 1);
        for (var hromada = 0; hromada < _model.Hromadas; hromada++)
            if (_members[hromada] && !_covered[hromada]) flow.AddEdge(firstHromada + hromada, firstSink + sinkOf(hromada), 1);
        for (var at = 0; at < sinks; at++) flow.AddEdge(firstSink + at, sink, most?[at] ?? 1);
        return flow.Solve(source, sink);
    }
}
