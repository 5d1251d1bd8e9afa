namespace Kommunebro.Matching.Engine;

/// <summary>Chooses for each supplier of a need the competence that serves it best: the better fit, then the very area, then the smaller code.</summary>
internal sealed class CandidateRows(Problem problem)
{
    private readonly int[] _rows = new int[problem.Suppliers.Count];
    private readonly List<int> _suppliers = [];

    /// <summary>Adds the pairs of a need, by supplier.</summary>
    public void AddTo(List<Candidate> candidates, in ScoredNeed scored, int need)
    {
        foreach (var row in scored.Rows())
        {
            var supplier = scored.Table.Suppliers[row];
            if (_rows[supplier] == 0) _suppliers.Add(supplier);
            // Rows are kept plus one, so that 0 says that there is none yet.
            if (_rows[supplier] == 0 || IsBetter(scored, row, _rows[supplier] - 1)) _rows[supplier] = row + 1;
        }
        _suppliers.Sort();
        foreach (var supplier in _suppliers)
        {
            var row = _rows[supplier] - 1;
            candidates.Add(new Candidate(supplier, need, scored.Table.Competences[row], scored.Scores[row]));
            _rows[supplier] = 0;
        }
        _suppliers.Clear();
    }

    private bool IsBetter(in ScoredNeed scored, int row, int other)
    {
        var (supplier, need) = (problem.Suppliers[scored.Table.Suppliers[row]], scored.Probe.Need);
        var (one, two) = (Rank(scored, supplier, need, row), Rank(scored, supplier, need, other));
        if (one.CompareTo(two) is var order and not 0) return order > 0;
        return string.CompareOrdinal(CodeOf(scored, supplier, row), CodeOf(scored, supplier, other)) < 0;
    }

    private (int Total, bool IsSame) Rank(in ScoredNeed scored, Supplier supplier, Need need, int row)
    {
        var fit = Fit.Between(problem, supplier, need, supplier.Areas[scored.Table.Competences[row]]);
        return (fit.Total, fit.SameArea);
    }

    private static string CodeOf(in ScoredNeed scored, Supplier supplier, int row) => supplier.Areas[scored.Table.Competences[row]].AreaCode;
}
