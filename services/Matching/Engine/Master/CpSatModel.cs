using Google.OrTools.Sat;

namespace Kommunebro.Matching.Engine;

/// <summary>The master model in the words of CP-SAT: one variable for each pair, partnership and hromada that counts.</summary>
internal sealed class CpSatModel
{
    private readonly MasterModel _master;
    private readonly BoolVar[] _chosen;
    private readonly Dictionary<(int Supplier, int Hromada), BoolVar> _partnerships = [];

    public CpSatModel(MasterModel master)
    {
        _master = master;
        _chosen = [.. master.Pairs.Select((_, position) => Model.NewBoolVar($"pair{position}"))];
        AddPartnerships();
        foreach (var pairs in Positions(pair => pair.Need)) Model.AddAtMostOne(pairs.Select(position => _chosen[position]));
        foreach (var pairs in Positions(pair => pair.Supplier)) LimitSupplier(master.Pairs[pairs.First()].Supplier, pairs);
        foreach (var ofHromada in _partnerships.GroupBy(partnership => partnership.Key.Hromada))
            Model.Add(Sum(ofHromada.Select(partnership => partnership.Value)) <= master.Hromadas[ofHromada.Key].MaxPartners);
    }

    public CpModel Model { get; } = new();

    public LinearExpr Objective(ObjectiveStage stage) => stage switch
    {
        ObjectiveStage.CriticalWarZone => Sum(Covered(
            pair => _master.Hromadas[HromadaOf(pair)].InWarZone && _master.Needs[pair.Need].Critical)),
        ObjectiveStage.FirstPartners => Sum(Covered(pair => _master.Hromadas[HromadaOf(pair)].WithoutPartner)),
        ObjectiveStage.Value =>
            LinearExpr.WeightedSum(_chosen, _master.Pairs.Select(pair => pair.Value))
            - Sum(_partnerships.Values) * _master.OverheadValue,
        ObjectiveStage.TieBreak => LinearExpr.WeightedSum(_chosen, _master.Pairs.Select(pair => (long)pair.Tie)),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a goal of this solver."),
    };

    public void Hint(IReadOnlyList<int> plan)
    {
        Model.ClearHints();
        var taken = plan.ToHashSet();
        for (var position = 0; position < _chosen.Length; position++) Model.AddHint(_chosen[position], taken.Contains(position));
        var partnerships = plan.Select(position => PartnershipOf(_master.Pairs[position])).ToHashSet();
        foreach (var (key, variable) in _partnerships) Model.AddHint(variable, partnerships.Contains(key));
    }

    public IReadOnlyList<int> Plan(CpSolver solver) =>
        [.. Enumerable.Range(0, _chosen.Length).Where(position => solver.BooleanValue(_chosen[position]))];

    private void AddPartnerships()
    {
        foreach (var pairs in Positions(PartnershipOf))
        {
            var partnership = Model.NewBoolVar($"partnership{_partnerships.Count}");
            _partnerships.Add(PartnershipOf(_master.Pairs[pairs.First()]), partnership);
            foreach (var position in pairs) Model.AddImplication(_chosen[position], partnership);
            Model.AddBoolOr([.. pairs.Select(position => _chosen[position]), partnership.Not()]);
        }
    }

    private void LimitSupplier(int supplier, IEnumerable<int> positions)
    {
        var limits = _master.Suppliers[supplier];
        var partnerships = Sum(_partnerships.Where(partnership => partnership.Key.Supplier == supplier).Select(p => p.Value));
        Model.Add(Days(positions) + partnerships * _master.OverheadDays <= limits.Capacity);
        Model.Add(partnerships <= limits.MaxPartnerships);
        foreach (var inArea in positions.GroupBy(position => _master.Pairs[position].Area))
            if (limits.AreaCapacities[inArea.Key] is { } most)
                Model.Add(Days(inArea) <= most);
    }

    /// <summary>A variable for each hromada that has such a pair; it can be 1 only when one of those pairs is chosen.</summary>
    private List<BoolVar> Covered(Func<MasterPair, bool> counts)
    {
        var covered = new List<BoolVar>();
        foreach (var pairs in Positions(HromadaOf))
        {
            BoolVar[] counting = [.. pairs.Where(position => counts(_master.Pairs[position])).Select(position => _chosen[position])];
            if (counting.Length == 0) continue;
            var hromada = Model.NewBoolVar($"covered{covered.Count}");
            Model.Add(hromada <= Sum(counting));
            covered.Add(hromada);
        }
        return covered;
    }

    private IEnumerable<IGrouping<TKey, int>> Positions<TKey>(Func<MasterPair, TKey> key) =>
        Enumerable.Range(0, _master.Pairs.Count).GroupBy(position => key(_master.Pairs[position]));

    private int HromadaOf(MasterPair pair) => _master.Needs[pair.Need].Hromada;

    private (int Supplier, int Hromada) PartnershipOf(MasterPair pair) => (pair.Supplier, HromadaOf(pair));

    private LinearExpr Days(IEnumerable<int> positions) => LinearExpr.WeightedSum(
        positions.Select(position => _chosen[position]), positions.Select(position => (long)_master.Pairs[position].Days));

    private static LinearExpr Sum(IEnumerable<BoolVar> variables) => LinearExpr.Sum(variables);
}
