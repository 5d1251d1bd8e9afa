using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kommunebro.Matching.Engine;

/// <summary>
/// Finds the pairs of one need after the other, and chooses for each supplier the competence that serves it best: the better fit, then
/// the very area, then the smaller code.
/// </summary>
internal sealed class CandidateRows(Problem problem)
{
    private const int BitsOfWord = 64;

    /// <summary>Pairs are kept in blocks that the garbage collector leaves where they are: moving them takes longer than finding them.</summary>
    private const int Block = 1 << 16;

    private readonly PairScorer _scorer = new(problem);
    private readonly int[] _rows = new int[problem.Suppliers.Count];
    private readonly ulong[] _found = new ulong[problem.Suppliers.Count / BitsOfWord + 1];
    private Memory<FoundPair> _free;

    /// <summary>The pairs of a need, by supplier, and the points that each of them gets beside its score.</summary>
    public (ReadOnlyMemory<FoundPair> Pairs, int Levelling) Of(int need) =>
        _scorer.Score(problem.Needs[need]) is { } scored ? (Listed(scored, Choose(scored)), scored.Levelling) : default;

    /// <returns>How many suppliers have a row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Choose(in ScoredNeed scored)
    {
        var count = 0;
        var suppliers = scored.Table.Suppliers.AsSpan();
        var scores = scored.Scores.AsSpan(0, suppliers.Length);
        for (var row = scored.First; row < suppliers.Length; row++)
        {
            if (scores[row] == PairKernel.NoPair) continue;
            var supplier = suppliers[row];
            ref var word = ref _found[supplier / BitsOfWord];
            var bit = 1UL << supplier % BitsOfWord;
            if ((word & bit) == 0) count++;
            else if (Rank(scored, row) <= Rank(scored, _rows[supplier])) continue;
            (word, _rows[supplier]) = (word | bit, row);
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlyMemory<FoundPair> Listed(in ScoredNeed scored, int count)
    {
        if (_free.Length < count) _free = new FoundPair[Math.Max(Block, count)];
        var pairs = _free.Span;
        for (var (word, at) = (0, 0); at < count; word++)
        {
            for (; _found[word] != 0; _found[word] &= _found[word] - 1)
            {
                var supplier = word * BitsOfWord + BitOperations.TrailingZeroCount(_found[word]);
                pairs[at++] = new FoundPair(supplier, (ushort)scored.Table.Competences[_rows[supplier]], scored.Scores[_rows[supplier]]);
            }
        }
        var given = _free[..count];
        _free = _free[count..];
        return given;
    }

    /// <summary>What <see cref="Fit"/> ranks competences by, from the columns: the greater, the better.</summary>
    private static int Rank(in ScoredNeed scored, int row)
    {
        var (table, probe) = (scored.Table, scored.Probe);
        var modes = probe.IsWestern ? table.ModesInWest : table.ModesElsewhere;
        var workable = BitOperations.PopCount((uint)(modes[row] & probe.ModesThatWork & probe.AnyWanted));
        var total = (table.AreaTwice[row] + Fit.ModePermille(workable, probe.Wanted.Length)) / 3;
        return (2 * total + (table.IsSame[row] ? 1 : 0)) * table.Serving - table.Codes[row];
    }
}

/// <summary>A supplier that may serve a need: what is kept of a candidate, as small as can be, for new memory takes more time than scores.</summary>
/// <param name="Supplier">Position among the problem's suppliers.</param>
/// <param name="Competence">Position of the competence that would be used among the supplier's.</param>
/// <param name="Score">0 to 1000.</param>
internal readonly record struct FoundPair(int Supplier, ushort Competence, ushort Score);
