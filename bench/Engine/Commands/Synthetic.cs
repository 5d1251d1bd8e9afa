using System.Diagnostics;
using System.Globalization;
using Kommunebro.Bench.Engine.Instances;
using Kommunebro.Bench.Engine.Peers;
using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Bench.PlanChecker;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Commands;

/// <summary>The engine on an instance of the synthetic family.</summary>
internal static class Synthetic
{
    private const int Most = 1_000_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(
            args, ["--suppliers", "--needs", "--case", "--seed", "--threads", "--work", "--seconds", "--save"], "--fairness", "--peers");
        arguments.RefuseFiles();
        var (family, threads, spending) = (FamilyOf(arguments), ThreadsOf(arguments), Spending.Of(arguments, new Spending(60, null)));
        Heading.Print();
        var watch = Stopwatch.StartNew();
        var model = family.Build();
        Console.WriteLine($"{family.Name}: {model.Pairs} pairs, built in {watch.Elapsed.TotalSeconds:0.0} s; {spending}, {threads} threads");
        var (outcome, seconds) = EngineRun.Run(model, spending, threads, arguments.Has("--fairness"), new GapMarks().See);
        var value = outcome.Stages.Single(stage => stage.Stage == ObjectiveStage.Value);
        PrintResult(family, model, outcome, value, seconds);
        if (arguments.Has("--fairness")) PrintFairness(outcome, value);
        if (arguments.Text("--save") is { } file) Save(file, model, outcome, value);
        if (arguments.Has("--peers")) await ComparePeersAsync(family, value, spending.Seconds ?? Math.Max(1, Math.Ceiling(seconds)), seconds, threads);
        return Verdict(model, outcome, value);
    }

    /// <summary>The instance that the arguments name.</summary>
    public static SyntheticFamily FamilyOf(Arguments arguments) => new(
        arguments.Whole("--suppliers", 357, 1, Most),
        arguments.Whole("--needs", 4407, 1, Most),
        arguments.Text("--case") switch
        {
            null or "B" => true,
            "A" => false,
            var other => throw new UsageException($"'--case' is A or B, not '{other}'."),
        },
        arguments.Whole("--seed", 42, 0, int.MaxValue));

    /// <summary>As many threads as the arguments say, else one for each core.</summary>
    public static int ThreadsOf(Arguments arguments) => arguments.Whole("--threads", Environment.ProcessorCount, 1, 1024);

    private static void PrintResult(SyntheticFamily family, Model model, Outcome outcome, StageResult value, double seconds)
    {
        var table = new Table("instance", "objective", "bound", "gap", "work", "seconds", "peak MB", "plan hash");
        table.Add(
            family.Name, $"{value.Reached}", $"{value.Bound}", Figures.Gap(value.Reached, value.Bound), $"{outcome.Work:0.0}", $"{seconds:0.0}",
            Figures.PeakMegabytes(), Figures.Hash(model, outcome.Shares));
        table.Print();
    }

    private static void PrintFairness(Outcome outcome, StageResult value)
    {
        var table = new Table("stage", "level", "reached", "bound", "gap", "work");
        foreach (var stage in outcome.Stages)
            table.Add($"{stage.Stage}", $"{stage.Level}", $"{stage.Reached}", $"{stage.Bound}", Figures.Gap(stage.Reached, stage.Bound), $"{stage.Work:0.0}");
        table.Print();
        Console.WriteLine(
            $"price of fairness: {outcome.FreeValue - value.Reached} points, {Figures.Gap(value.Reached, outcome.FreeValue)} of the best value found "
            + $"without it ({outcome.FreeValue}, bound {outcome.FreeBound})");
    }

    private static void Save(string file, Model model, Outcome outcome, StageResult value)
    {
        using var text = new StreamWriter(file);
        PlanText.Write(text, model, outcome.Shares, value.Reached, outcome.Certificate);
        Console.WriteLine($"saved; the whole proof is checked by: check {file}");
    }

    private static async Task ComparePeersAsync(SyntheticFamily family, StageResult value, double limit, double seconds, int threads)
    {
        Console.WriteLine();
        Console.WriteLine($"peers, {limit} s each to solve, in processes of their own; building their model is in their seconds:");
        var table = new Table("solver", "objective", "bound", "gap", "below engine's bound", "seconds", "peak MB", "plan hash");
        table.Add(
            "engine", $"{value.Reached}", $"{value.Bound}", Figures.Gap(value.Reached, value.Bound), Figures.Gap(value.Reached, value.Bound), $"{seconds:0.0}", "", "");
        foreach (var peer in PeerSolver.Names)
        {
            var answer = await PeerProcess.AskAsync(
                [Peer.Command, peer, "--suppliers", $"{family.Suppliers}", "--needs", $"{family.Needs}", "--case", family.HasPartnerships ? "B" : "A",
                    "--seed", $"{family.Seed}", "--seconds", $"{limit}", "--threads", $"{threads}"],
                limit);
            AddPeer(table, peer, answer, value.Bound);
        }
        table.Print();
    }

    private static void AddPeer(Table table, string peer, string[] answer, long engineBound)
    {
        if (answer is not [var objective, var bound, var seconds, var peak, var hash]) table.Add(peer, answer[0], "-", "-", "-", "-", "-", "-");
        else
            table.Add(
                peer, objective, bound, Gap(objective, bound), Gap(objective, $"{engineBound}"), seconds, peak, hash);
    }

    private static string Gap(string reached, string bound) =>
        double.TryParse(reached, CultureInfo.InvariantCulture, out var plan) && double.TryParse(bound, CultureInfo.InvariantCulture, out var most)
            ? Figures.Gap(plan, most)
            : "-";

    /// <summary>The plan is checked in any case; its bound, which takes longer, when it is saved and checked.</summary>
    private static int Verdict(Model model, Outcome outcome, StageResult value)
    {
        var check = PlanCheck.Of(Saved.Of(model, outcome.Shares, value.Reached, null));
        foreach (var violation in check.Violations) Console.Error.WriteLine($"the plan is wrong: {violation}");
        return check.Passes ? 0 : 1;
    }
}
