using System.Diagnostics;
using Kommunebro.Bench.Engine.Peers;
using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Bench.PlanChecker;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Commands;

/// <summary>Lets one peer solve a synthetic instance, and prints its answer on a line: the process that <see cref="PeerProcess"/> starts.</summary>
internal static class Peer
{
    public const string Command = "peer";

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, ["--suppliers", "--needs", "--case", "--seed", "--seconds", "--threads"]);
        if (arguments.Files is not [var name]) throw new UsageException("Which peer?");
        var model = Synthetic.FamilyOf(arguments).Build();
        var watch = Stopwatch.StartNew();
        var answer = PeerSolver.Solve(name, model, arguments.Positive("--seconds", WorkBudget.Most) ?? 60, Synthetic.ThreadsOf(arguments));
        var seconds = watch.Elapsed.TotalSeconds;
        var bound = answer.Bound is { } proven ? $"{Math.Floor(proven + 1e-6):0}" : "-";
        Console.WriteLine();
        Console.WriteLine(string.Join(' ', PeerProcess.Mark, ObjectiveOf(model, answer), bound, $"{seconds:0.0}", Figures.PeakMegabytes(), HashOf(model, answer)));
        return 0;
    }

    /// <summary>Counted by the checker, not by the solver: what breaks a limit is no plan.</summary>
    private static string ObjectiveOf(Model model, PeerAnswer answer)
    {
        if (answer.Shares is null) return "no-plan";
        var (violations, objective) = PlanCheck.OfShares(Saved.Of(model, answer.Shares, 0, null));
        return violations.Count > 0 ? "broken" : $"{objective}";
    }

    private static string HashOf(Model model, PeerAnswer answer) => answer.Shares is null ? "-" : Figures.Hash(model, answer.Shares);
}
