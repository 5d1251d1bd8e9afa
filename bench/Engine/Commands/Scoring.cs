using System.Diagnostics;
using Kommunebro.Bench.Engine.Instances;
using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Commands;

/// <summary>How fast pairs are scored, and candidates found.</summary>
internal static class Scoring
{
    private const int Seed = 42;
    private const int Repetitions = 7;
    private const int BestOfANeed = 20;

    /// <summary>Of so many needs of the large world one is scored singly, too: enough to compare, and done soon.</summary>
    private const int Sample = 10;

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, ["--threads"]);
        arguments.RefuseFiles();
        var threads = Synthetic.ThreadsOf(arguments);
        Heading.Print();
        Console.WriteLine($"medians of {Repetitions} repetitions; the default scenario; scores on one core, all else as it says");
        var table = new Table("what", "suppliers", "needs", "eligible pairs", "ms", "G eligible pairs/s", "goal");
        var (small, large) = (ScoringWorld.Of(357, 4407, Seed), ScoringWorld.Of(100_000, 14_690, Seed));
        var isEqual = AddScores(table, small, small.Needs);
        isEqual &= AddScores(table, large, [.. large.Needs.Where((_, at) => at % Sample == 0)]);
        Add(table, "candidates, all", small, small.Needs, "< 50 ms", () => CandidateSet.Of(small));
        Add(table, $"candidates, best {BestOfANeed} of a need, {threads} threads", large, large.Needs, "1000 ms", () => FindBest(large, threads));
        table.Print();
        Console.WriteLine(isEqual ? "vectors and single rows gave the same bytes" : "vectors and single rows gave DIFFERENT bytes");
        return isEqual ? 0 : 1;
    }

    private static bool AddScores(Table table, Problem problem, IReadOnlyList<Need> needs)
    {
        var (vectors, rows) = (new PairScorer(problem), new PairScorer(problem, singly: true));
        var isEqual = needs.All(need => AreEqual(vectors.Score(need), rows.Score(need)));
        var fast = Add(table, "scores by vectors", problem, needs, "2 G/s", () => ScoreAll(vectors, needs));
        var slow = Add(table, "scores by single rows", problem, needs, "", () => ScoreAll(rows, needs));
        table.Add("ratio of the two", "", "", "", $"{slow / fast:0.0}", "", "");
        return isEqual;
    }

    /// <summary>Measures, and adds a line with the pairs per second.</summary>
    private static double Add(Table table, string what, Problem problem, IReadOnlyList<Need> needs, string goal, Action work)
    {
        var eligible = Eligible(problem, needs);
        var seconds = Median(work);
        table.Add(what, $"{problem.Suppliers.Count}", $"{needs.Count}", $"{eligible}", $"{seconds * 1000:0.0}", $"{eligible / seconds / 1e9:0.000}", goal);
        return seconds;
    }

    private static double Median(Action work)
    {
        work();
        double[] seconds = [.. Enumerable.Range(0, Repetitions).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalSeconds;
        }).Order()];
        return seconds[Repetitions / 2];
    }

    private static long Eligible(Problem problem, IReadOnlyList<Need> needs)
    {
        var scorer = new PairScorer(problem);
        return needs.Sum(need => scorer.Score(need) is { } scored ? (long)scored.Rows().Count() : 0);
    }

    private static void ScoreAll(PairScorer scorer, IReadOnlyList<Need> needs)
    {
        foreach (var need in needs) scorer.Score(need);
    }

    private static bool AreEqual(ScoredNeed? one, ScoredNeed? two) =>
        one is { } vectors && two is { } rows
            ? vectors.Levelling == rows.Levelling && ScoresOf(vectors).SequenceEqual(ScoresOf(rows))
            : one is null && two is null;

    private static ReadOnlySpan<ushort> ScoresOf(in ScoredNeed scored) => scored.Scores.AsSpan(scored.First..Math.Max(scored.First, scored.Table.Count));

    /// <summary>The best of every need, from nothing: tables, scores and choice.</summary>
    private static void FindBest(Problem problem, int threads) => Parallel.For(0, threads, thread =>
    {
        var (scorer, best) = (new PairScorer(problem), new PriorityQueue<int, ushort>());
        for (var need = thread; need < problem.Needs.Count; need += threads)
            if (scorer.Score(problem.Needs[need]) is { } scored) Choose(scored, best);
    });

    private static void Choose(in ScoredNeed scored, PriorityQueue<int, ushort> best)
    {
        const ushort mostOfAPair = ushort.MaxValue - 1;
        best.Clear();
        var scores = ScoresOf(scored);
        var (row, least) = (0, (ushort)0);
        while (scores[row..].IndexOfAnyInRange(least, mostOfAPair) is >= 0 and var ahead)
        {
            row += ahead;
            best.Enqueue(scored.First + row, scores[row]);
            if (best.Count > BestOfANeed) best.Dequeue();
            if (best.Count == BestOfANeed && best.TryPeek(out _, out var last)) least = (ushort)(last + 1);
            row++;
        }
    }
}
