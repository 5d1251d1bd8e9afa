using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Scores all suppliers for one need after the other. What many needs have in common is worked out once.</summary>
public sealed class PairScorer
{
    private readonly Problem _problem;
    private readonly bool _singly;
    private readonly SupplierColumns _known;
    private readonly Dictionary<string, OfferTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(OfferTable Table, string Key), ushort[]> _columns = [];
    private readonly Dictionary<Guid, int> _positions = [];
    private readonly ILookup<Guid, int> _excluded;
    private readonly ILookup<Guid, int> _wishing;
    private ushort[] _capacity = [];
    private ushort[] _scores = [];

    /// <param name="problem">The problem.</param>
    /// <param name="singly">Row by row instead of by vectors: the same scores, slower.</param>
    public PairScorer(Problem problem, bool singly = false)
    {
        (_problem, _singly, _known) = (problem, singly, new SupplierColumns(problem));
        for (var at = 0; at < problem.Suppliers.Count; at++) _positions.Add(problem.Suppliers[at].Id, at);
        _excluded = problem.Exclusions.Keys.Select(pair => (pair.Hromada, pair.Supplier))
            .Concat(problem.Suppliers.SelectMany(supplier => supplier.Vetoes.Select(veto => (Hromada: veto, Supplier: supplier.Id))))
            .Where(pair => _positions.ContainsKey(pair.Supplier))
            .ToLookup(pair => pair.Hromada, pair => _positions[pair.Supplier]);
        _wishing = problem.Suppliers.SelectMany(supplier => supplier.Wishes.Select(wish => (Hromada: wish, Supplier: supplier.Id)))
            .ToLookup(pair => pair.Hromada, pair => _positions[pair.Supplier]);
    }

    /// <summary>Scores a need; null where it may be matched with nobody. What is returned holds until the next need is scored.</summary>
    public ScoredNeed? Score(Need need)
    {
        if (Eligibility.FailureOfNeed(_problem, need) is not null) return null;
        if (!_tables.TryGetValue(need.AreaCode, out var table))
            _tables.Add(need.AreaCode, table = new OfferTable(_problem, _known, _problem.Areas[need.AreaCode]));
        if (_scores.Length < table.Length) (_scores, _capacity) = (new ushort[table.Length], new ushort[table.Length]);
        var probe = new NeedProbe(_problem, need);
        var input = InputOf(table, probe);
        var levels = _singly ? PairKernel.ScoreSingly(input, _scores) : PairKernel.Score(input, _scores);
        return new ScoredNeed(table, probe, _scores, input.First, Levelling(levels));
    }

    private KernelInput InputOf(OfferTable table, NeedProbe probe)
    {
        var (need, hromada) = (probe.Need, _problem.HromadaById[probe.Need.HromadaId]);
        var first = table.FirstWith(probe.LeastDays);
        FillCapacity(table, need, first);
        return new KernelInput(
            probe,
            table,
            first,
            (ushort)(probe.SizeStep is null ? 0 : Weight(CriterionCode.ProfileSimilarity)),
            _capacity,
            Shared(table, $"language {string.Join(' ', need.Languages.Distinct().Order(StringComparer.Ordinal))}", supplier => LanguagePoints(supplier, need)),
            hromada.Category is { } category ? table.CategoryPoints[(int)category] : Nothing(table),
            Ties(table, need),
            hromada.Teaches.Count == 0
                ? Nothing(table)
                : Shared(table, $"learning {string.Join(' ', hromada.Teaches.Order(StringComparer.Ordinal))}", supplier => LearningPoints(supplier, hromada)),
            Allowed(table, need));
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
                end = Math.Max(row + 1, table.FirstWith((raw * comfortable + Criterion.Full - 1) / Criterion.Full));
            }
            _capacity.AsSpan(row, end - row).Fill((ushort)points);
            row = end;
        }
    }

    private ushort[] Ties(OfferTable table, Need need)
    {
        int[] wishing = [.. _wishing[need.HromadaId]];
        int[] wished = [.. need.Wishes.Where(_positions.ContainsKey).Select(wish => _positions[wish])];
        if (wishing.Length + wished.Length == 0) return Nothing(table);
        var column = new ushort[table.Length];
        foreach (var supplier in wishing.Union(wished))
            foreach (var row in table.RowsOf(supplier))
                column[row] = (ushort)Scoring.Points(
                    PriorTie.RawOf(wishing.Contains(supplier), wished.Contains(supplier)), Weight(CriterionCode.PriorTie));
        return column;
    }

    private ushort[] Allowed(OfferTable table, Need need)
    {
        var all = Shared(table, "allowed", _ => ushort.MaxValue);
        int[] excluded = [.. _excluded[need.HromadaId], .. need.Vetoes.Where(_positions.ContainsKey).Select(veto => _positions[veto])];
        if (excluded.Length == 0) return all;
        var column = (ushort[])all.Clone();
        foreach (var supplier in excluded)
            foreach (var row in table.RowsOf(supplier)) column[row] = 0;
        return column;
    }

    private int LanguagePoints(Supplier supplier, Need need) =>
        LanguageFit.Shared(supplier.Languages, need.Languages).Any() ? Scoring.Points(Criterion.Full, Weight(CriterionCode.Language)) : 0;

    private int LearningPoints(Supplier supplier, Hromada hromada) =>
        Scoring.Points(Reciprocity.Find(supplier, hromada).Raw, Weight(CriterionCode.Reciprocity));

    private ushort[] Nothing(OfferTable table) => Shared(table, "nothing", _ => 0);

    private ushort[] Shared(OfferTable table, string key, Func<Supplier, int> value)
    {
        if (!_columns.TryGetValue((table, key), out var column))
            _columns.Add((table, key), column = table.Column(row => value(_problem.Suppliers[table.Suppliers[row]])));
        return column;
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
    /// <summary>The rows that make a pair with more points than <paramref name="above"/>.</summary>
    public IEnumerable<int> Rows(int above = -1)
    {
        for (var row = First; row < Table.Count; row++)
            if (Scores[row] != PairKernel.NoPair && Scores[row] > above) yield return row;
    }
}
