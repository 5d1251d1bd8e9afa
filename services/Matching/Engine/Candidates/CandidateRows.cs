using System.Numerics;

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

    private static bool IsBetter(in ScoredNeed scored, int row, int other) => Rank(scored, row).CompareTo(Rank(scored, other)) > 0;

    /// <summary>What <see cref="Fit"/> ranks competences by, from the columns.</summary>
    private static (int Total, bool IsSame, int Code) Rank(in ScoredNeed scored, int row)
    {
        var (table, probe) = (scored.Table, scored.Probe);
        var modes = probe.IsWestern ? table.ModesInWest : table.ModesElsewhere;
        var workable = BitOperations.PopCount((uint)(modes[row] & probe.ModesThatWork & probe.AnyWanted));
        return ((table.AreaTwice[row] + Fit.ModePermille(workable, probe.Wanted.Length)) / 3, table.IsSame[row], -table.Codes[row]);
    }
}
