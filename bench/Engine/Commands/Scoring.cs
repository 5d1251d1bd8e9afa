using System.Diagnostics;
using Kommunebro.Bench.Engine.Instances;
using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Commands;

/// <summary>How fast pairs are scored, and candidates found.</summary>
internal static class Scoring
{
    private const int Seed = 42;
    private const int BestOfANeed = 20;

    /// <summary>Of so many needs of the large world one is scored: enough to measure, and done soon.</summary>
    private const int Sample = 10;

    /// <summary>What is slow is not repeated for longer.</summary>
    private const double MostSeconds = 20;

    private const double SecondsToWarmUp = 1;

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, ["--threads"]);
        arguments.RefuseFiles();
        var threads = Synthetic.ThreadsOf(arguments);
        Heading.Print();
        Console.WriteLine("medians, warm; the default scenario; G/s: thousand millions of eligible pairs for each second of processor time");
        Line("what", "suppliers", "needs", "eligible", "ms", "CPU ms", "G/s", "goal");
        var small = ScoringWorld.Of(357, 4407, Seed);
        var isEqual = CompareScores(small, small.Needs, repetitions: 7);
        Measure("candidates, all", small, small.Needs.Count, CandidateSet.Of(small).Count, "50 ms", 7, () => CandidateSet.Of(small));
        var large = ScoringWorld.Of(100_000, 14_690, Seed);
        isEqual &= CompareScores(large, [.. large.Needs.Where((_, at) => at % Sample == 0)], repetitions: 5);
        Measure($"candidates, best {BestOfANeed} of each", large, large.Needs.Count, null, "1000 ms", 3, () => FindBest(large, threads));
        Console.WriteLine(isEqual ? "vectors and single rows gave the same bytes" : "vectors and single rows gave DIFFERENT bytes");
        return isEqual ? 0 : 1;
    }

    /// <summary>Scores by vectors and by single rows, once the scorers know all that needs have in common.</summary>
    private static bool CompareScores(Problem problem, IReadOnlyList<Need> needs, int repetitions)
    {
        var (vectors, rows, isEqual, eligible) = (new PairScorer(problem), new PairScorer(problem, singly: true), true, 0L);
        foreach (var need in needs)
        {
            var scored = vectors.Score(need);
            isEqual &= AreEqual(scored, rows.Score(need));
            eligible += scored?.Rows().Count() ?? 0;
        }
        var fast = Measure("scores, by vectors", problem, needs.Count, eligible, "2 G/s", repetitions, () => ScoreAll(vectors, needs));
        var slow = Measure("scores, by single rows", problem, needs.Count, eligible, "", repetitions, () => ScoreAll(rows, needs));
        Console.WriteLine($"vectors are {slow / fast:0.0} times as fast as single rows");
        return isEqual;
    }

    /// <summary>Measures, prints a line, and returns the seconds of processor time.</summary>
    private static double Measure(string what, Problem problem, int needs, long? eligible, string goal, int repetitions, Action work)
    {
        // As in a service that has done it before.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < SecondsToWarmUp;) work();
        var (wall, cpu) = (new List<double>(), new List<double>());
        while (wall.Count < repetitions && wall.Sum() < MostSeconds)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            work();
            wall.Add(watch.Elapsed.TotalSeconds);
            cpu.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        var (seconds, spent) = (wall.Order().ElementAt(wall.Count / 2), cpu.Order().ElementAt(cpu.Count / 2));
        Line(
            what, $"{problem.Suppliers.Count}", $"{needs}", $"{eligible}", $"{seconds * 1000:0.0}", $"{spent * 1000:0.0}",
            eligible is { } pairs ? $"{pairs / spent / 1e9:0.000}" : "", goal);
        return spent;
    }

    private static void Line(string what, string suppliers, string needs, string eligible, string wall, string cpu, string speed, string goal) =>
        Console.WriteLine($"{what,-28} {suppliers,9} {needs,7} {eligible,10} {wall,10} {cpu,10} {speed,7}  {goal}");

    private static void ScoreAll(PairScorer scorer, IReadOnlyList<Need> needs)
    {
        foreach (var need in needs) scorer.Score(need);
    }

    private static bool AreEqual(ScoredNeed? one, ScoredNeed? two) =>
        one is { } vectors && two is { } rows
            ? vectors.Levelling == rows.Levelling && ScoresOf(vectors).SequenceEqual(ScoresOf(rows))
            : one is null && two is null;

    private static ReadOnlySpan<ushort> ScoresOf(in ScoredNeed scored) => scored.Scores.AsSpan(scored.First..Math.Max(scored.First, scored.Table.Count));

    /// <summary>The best of every need, from nothing: tables, scores and choice. A thread takes an area at a time, so that no table is made twice.</summary>
    private static void FindBest(Problem problem, int threads) => Parallel.ForEach(
        problem.Needs.GroupBy(need => need.AreaCode).OrderByDescending(needs => needs.Count()),
        new ParallelOptions { MaxDegreeOfParallelism = threads },
        () => (Scorer: new PairScorer(problem), Best: new PriorityQueue<int, ushort>()),
        (needs, _, tools) =>
        {
            foreach (var need in needs)
                if (tools.Scorer.Score(need) is { } scored) Choose(scored, tools.Best);
            return tools;
        },
        _ => { });

    private static void Choose(in ScoredNeed scored, PriorityQueue<int, ushort> best)
    {
        const ushort mostOfAPair = ushort.MaxValue - 1;
        best.Clear();
        var scores = ScoresOf(scored);
        var least = (ushort)0;
        // From the end: points rise with the days, so that few rows are better than those that were seen before.
        while (scores.LastIndexOfAnyInRange(least, mostOfAPair) is >= 0 and var row)
        {
            best.Enqueue(scored.First + row, scores[row]);
            if (best.Count > BestOfANeed) best.Dequeue();
            if (best.Count == BestOfANeed && best.TryPeek(out _, out var last)) least = (ushort)(last + 1);
            scores = scores[..row];
        }
    }
}
