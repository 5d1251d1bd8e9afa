using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Scores all suppliers for one need after the other. What many needs have in common is worked out once.</summary>
public sealed class PairScorer
{
    private readonly Problem _problem;
    private readonly bool _singly;
    private readonly SupplierColumns _known;
    private readonly Dictionary<string, OfferTable> _tables = new(StringComparer.Ordinal);
    private readonly SharedColumns _shared;
    private readonly Dictionary<Guid, int> _positions = [];
    private readonly ILookup<Guid, int> _excluded;
    private readonly ILookup<Guid, int> _wishing;
    private readonly ILookup<Guid, (int Supplier, Tie Tie)> _tied;
    private readonly List<int> _particular = [];
    private ushort[] _capacity = [];
    private ushort[] _tie = [];
    private ushort[] _allowed = [];
    private ushort[] _scores = [];

    /// <param name="problem">The problem.</param>
    /// <param name="singly">Row by row instead of by vectors: the same scores, slower.</param>
    public PairScorer(Problem problem, bool singly = false)
    {
        (_problem, _singly, _known, _shared) = (problem, singly, new SupplierColumns(problem), new SharedColumns(problem));
        for (var at = 0; at < problem.Suppliers.Count; at++) _positions.Add(problem.Suppliers[at].Id, at);
        _excluded = problem.Exclusions.Keys.Select(pair => (pair.Hromada, pair.Supplier))
            .Concat(problem.Suppliers.SelectMany(supplier => supplier.Vetoes.Select(veto => (Hromada: veto, Supplier: supplier.Id))))
            .Where(pair => _positions.ContainsKey(pair.Supplier))
            .ToLookup(pair => pair.Hromada, pair => _positions[pair.Supplier]);
        _wishing = problem.Suppliers.SelectMany(supplier => supplier.Wishes.Select(wish => (Hromada: wish, Supplier: supplier.Id)))
            .ToLookup(pair => pair.Hromada, pair => _positions[pair.Supplier]);
        _tied = problem.Suppliers.SelectMany(supplier => supplier.Ties.Select(tie => (Supplier: _positions[supplier.Id], tie)))
            .ToLookup(pair => pair.tie.HromadaId);
    }

    /// <summary>Scores a need; null where it may be matched with nobody. What is returned holds until the next need is scored.</summary>
    public ScoredNeed? Score(Need need)
    {
        if (Eligibility.FailureOfNeed(_problem, need) is not null) return null;
        if (!_tables.TryGetValue(need.AreaCode, out var table))
            _tables.Add(need.AreaCode, table = new OfferTable(_problem, _known, _problem.Areas[need.AreaCode]));
        if (_scores.Length < table.Length) MakeRoom(table.Length);
        var probe = new NeedProbe(_problem, need);
        var input = InputOf(table, probe);
        var levels = _singly ? PairKernel.ScoreSingly(input, _scores) : PairKernel.Score(input, _scores);
        foreach (var row in _particular) (_tie[row], _allowed[row]) = (0, ushort.MaxValue);
        _particular.Clear();
        return new ScoredNeed(table, probe, _scores, input.First, Levelling(levels));
    }

    /// <summary>Columns that are used for one need after the other: new memory for each takes longer than its scores.</summary>
    private void MakeRoom(int rows)
    {
        (_scores, _capacity, _tie, _allowed) = (new ushort[rows], new ushort[rows], new ushort[rows], new ushort[rows]);
        _allowed.AsSpan().Fill(ushort.MaxValue);
    }

    private KernelInput InputOf(OfferTable table, NeedProbe probe)
    {
        var (need, hromada) = (probe.Need, _problem.HromadaById[probe.Need.HromadaId]);
        var first = table.FirstWith(probe.LeastDays);
        FillCapacity(table, need, first);
        FillTies(table, need);
        Exclude(table, need);
        return new KernelInput(
            probe,
            table,
            first,
            (ushort)(probe.SizeStep is null ? 0 : Weight(CriterionCode.ProfileSimilarity)),
            _capacity,
            _shared.Language(table, need),
            hromada.Category is { } category ? table.CategoryPoints[(int)category] : _shared.Nothing(table),
            _tie,
            _shared.Learning(table, hromada),
            _allowed);
    }

    /// <summary>Points for capacity rise with the days, and so with the rows: each number of points fills the rows up to the first that has more.</summary>
    private void FillCapacity(OfferTable table, Need need, int first)
    {
        var (weight, comfortable) = (Weight(CriterionCode.CapacityForUrgency), CapacityForUrgency.ComfortableDays(need));
        for (var row = first; row < table.Count;)
        {
            var points = Scoring.Points(CapacityForUrgency.RawOf(table.Available[row], comfortable), weight);
            var end = table.Count;
            if (points < Scoring.Points(Criterion.Full, weight))
            {
                var raw = (100L * (points + 1) - 50 + weight - 1) / weight;
                end = table.FirstWith((raw * comfortable + Criterion.Full - 1) / Criterion.Full, row + 1);
            }
            _capacity.AsSpan(row, end - row).Fill((ushort)points);
            row = end;
        }
    }

    private void FillTies(OfferTable table, Need need)
    {
        if (need.Wishes.Count == 0 && !_wishing.Contains(need.HromadaId) && !_tied.Contains(need.HromadaId)) return;
        int[] wishing = [.. _wishing[need.HromadaId]];
        int[] wished = [.. need.Wishes.Where(_positions.ContainsKey).Select(wish => _positions[wish])];
        var tied = _tied[need.HromadaId].ToLookup(pair => pair.Supplier, pair => pair.Tie);
        foreach (var supplier in wishing.Union(wished).Union(tied.Select(ties => ties.Key)))
        {
            var raw = PriorTie.RawOf(wishing.Contains(supplier), wished.Contains(supplier), PriorTie.Closest(tied[supplier]));
            var points = Scoring.Points(raw, Weight(CriterionCode.PriorTie));
            foreach (var row in ParticularRows(table, supplier)) _tie[row] = (ushort)points;
        }
    }

    private void Exclude(OfferTable table, Need need)
    {
        foreach (var supplier in need.Vetoes.Where(_positions.ContainsKey).Select(veto => _positions[veto]).Concat(_excluded[need.HromadaId]))
            foreach (var row in ParticularRows(table, supplier)) _allowed[row] = 0;
    }

    /// <summary>Rows that are not like others for this need alone.</summary>
    private ReadOnlySpan<int> ParticularRows(OfferTable table, int supplier)
    {
        var rows = table.RowsOf(supplier);
        _particular.AddRange(rows);
        return rows;
    }

    private int Levelling(Levels levels) =>
        10 * (Weight(CriterionCode.ProfileSimilarity) + Weight(CriterionCode.Language) + Weight(CriterionCode.CategoryCompetence))
        - levels.Size - levels.Language - levels.Category;

    private int Weight(string criterion) => _problem.Scenario.CriterionWeights[criterion];
}

/// <summary>The scores of one need.</summary>
/// <param name="Table">Whose rows they are.</param>
/// <param name="Probe">The need.</param>
/// <param name="Scores">By row, 65,535 where there is no pair; rows before the first say nothing.</param>
/// <param name="First">The first row.</param>
/// <param name="Levelling">Points that every pair of the need gets beside its score.</param>
public readonly record struct ScoredNeed(OfferTable Table, NeedProbe Probe, ushort[] Scores, int First, int Levelling)
{
    /// <summary>The rows that make a pair.</summary>
    public IEnumerable<int> Rows()
    {
        for (var row = First; row < Table.Count; row++)
            if (Scores[row] != PairKernel.NoPair) yield return row;
    }
}
