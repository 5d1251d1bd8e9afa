using System.Diagnostics;
using Kommunebro.Bench.Engine.Instances;
using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Commands;

/// <summary>How long the repair of a plan takes after one change, and how many needs it alters.</summary>
internal static class Repair
{
    private const int Changes = 30;

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, ["--suppliers", "--needs", "--case", "--seed", "--threads", "--work", "--seconds"]);
        arguments.RefuseFiles();
        var (family, spending) = (Synthetic.FamilyOf(arguments), Spending.Of(arguments, new Spending(5, null)));
        Heading.Print();
        var model = family.Build();
        var plan = EngineRun.Run(model, spending, Synthetic.ThreadsOf(arguments), isFair: false, (_, _) => { }).Outcome.Shares;
        Console.WriteLine($"{family.Name}: a plan of {plan.Count} shares after {spending}; {Changes} changes of each kind, one at a time");
        // Once before it counts, so that nothing is compiled in between.
        PlanRepair.Run(model, plan, [0], []);
        var random = new InstanceRandom(family.Seed);
        var table = new Table("change", "median ms", "most ms", "median altered needs", "most", "goal");
        table.Add(Measured("half of a supplier's capacity is gone", () => Halve(model, plan, random)));
        table.Add(Measured("a supplier withdraws", () => Withdraw(model, plan, random)));
        table.Add(Measured("a new need", () => Renew(model, plan, random)));
        table.Print();
        return 0;
    }

    private static string[] Measured(string what, Func<(double Seconds, int Altered)> change)
    {
        var results = Enumerable.Range(0, Changes).Select(_ => change()).ToList();
        double[] seconds = [.. results.Select(result => result.Seconds).Order()];
        int[] altered = [.. results.Select(result => result.Altered).Order()];
        return [what, $"{seconds[Changes / 2] * 1000:0.0}", $"{seconds[^1] * 1000:0.0}", $"{altered[Changes / 2]}", $"{altered[^1]}", "100 ms, 20 needs"];
    }

    private static (double Seconds, int Altered) Halve(Model model, IReadOnlyList<Share> plan, InstanceRandom random)
    {
        var supplier = model.SupplierOf(AnyOf(plan, random).Pair);
        return WithCapacity(model, supplier, model.Capacity[supplier] / 2, plan);
    }

    private static (double Seconds, int Altered) Withdraw(Model model, IReadOnlyList<Share> plan, InstanceRandom random) =>
        WithCapacity(model, model.SupplierOf(AnyOf(plan, random).Pair), 0, plan);

    private static (double Seconds, int Altered) WithCapacity(Model model, int supplier, int days, IReadOnlyList<Share> plan)
    {
        var before = model.Capacity[supplier];
        model.Capacity[supplier] = days;
        var result = Timed(() => PlanRepair.Run(model, plan, [supplier], []));
        model.Capacity[supplier] = before;
        return result;
    }

    /// <summary>A need that the plan serves is as new: the plan in force knows nothing of it.</summary>
    private static (double Seconds, int Altered) Renew(Model model, IReadOnlyList<Share> plan, InstanceRandom random)
    {
        var need = model.PairNeed[AnyOf(plan, random).Pair];
        Share[] without = [.. plan.Where(share => model.PairNeed[share.Pair] != need)];
        return Timed(() => PlanRepair.Run(model, without, [], [need]));
    }

    private static Share AnyOf(IReadOnlyList<Share> plan, InstanceRandom random) => plan[random.Below(plan.Count)];

    private static (double Seconds, int Altered) Timed(Func<RepairedPlan> repair)
    {
        var watch = Stopwatch.StartNew();
        var repaired = repair();
        return (watch.Elapsed.TotalSeconds, repaired.AlteredNeeds);
    }
}
