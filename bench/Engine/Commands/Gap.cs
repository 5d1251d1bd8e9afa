using Kommunebro.Bench.Engine.Instances;
using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Commands;

/// <summary>The engine on published generalized assignment instances.</summary>
internal static class Gap
{
    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, ["--seconds", "--work", "--threads"]);
        if (arguments.Files.Count == 0) throw new UsageException("Which files?");
        var (spending, threads) = (Spending.Of(arguments, new Spending(null, 10)), Synthetic.ThreadsOf(arguments));
        Heading.Print();
        Console.WriteLine($"{spending} an instance, {threads} threads; cost and bound: no assignment of all jobs costs less");
        Console.WriteLine();
        Line("instance", "cost", "bound", "gap", "seconds", "work", "plan hash");
        var isGood = true;
        foreach (var file in arguments.Files)
        {
            try
            {
                foreach (var instance in AssignmentFile.Read(Path.GetFileName(file), File.ReadAllText(file))) Solve(instance, spending, threads);
            }
            catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{file}: {fault.Message}");
                isGood = false;
            }
        }
        return isGood ? 0 : 1;
    }

    private static void Solve(AssignmentInstance instance, Spending spending, int threads)
    {
        var model = instance.Build();
        var (outcome, seconds) = EngineRun.Run(model, spending, threads, isFair: false, (_, _) => { });
        var value = outcome.Stages.Single(stage => stage.Stage == ObjectiveStage.Value);
        var (cost, bound, left) = (instance.CostOf(value.Reached), instance.CostOf(value.Bound), instance.Jobs - outcome.Shares.Count);
        Line(
            instance.Name,
            left == 0 ? $"{cost}" : "infeasible",
            $"{bound}",
            left == 0 ? Figures.Gap(cost, bound) : "-",
            $"{seconds:0.00}",
            $"{outcome.Work:0.00}",
            Figures.Hash(model, outcome.Shares));
        if (left > 0) Console.Error.WriteLine($"{instance.Name}: {left} of {instance.Jobs} jobs found no agent");
    }

    private static void Line(string name, string cost, string bound, string gap, string seconds, string work, string hash) =>
        Console.WriteLine($"{name,-20} {cost,12} {bound,12} {gap,10} {seconds,8} {work,8}  {hash}");
}
