using Kommunebro.Bench.Engine.Printing;
using Kommunebro.Bench.PlanChecker;

namespace Kommunebro.Bench.Engine.Commands;

/// <summary>Lets the checker, which knows nothing of the engine, recompute a saved plan and its bound.</summary>
internal static class Check
{
    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, []);
        if (arguments.Files is not [var file]) throw new UsageException("Which plan? Name one file.");
        try
        {
            using var text = new StreamReader(file);
            return Tell(PlanCheck.Of(PlanFile.Read(text)));
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: {fault.Message}");
            return 1;
        }
    }

    private static int Tell(PlanCheck check)
    {
        foreach (var violation in check.Violations) Console.WriteLine($"wrong: {violation}");
        if (!check.Passes) Console.WriteLine($"FAIL: {check.Violations.Count} violations");
        else if (check.Bound is { } bound)
            Console.WriteLine($"PASS: the plan keeps every limit and is worth {check.Objective}; no plan is worth more than {bound} (gap {Figures.Gap(check.Objective, bound)})");
        else Console.WriteLine($"PASS: the plan keeps every limit and is worth {check.Objective}; the file proves no bound");
        return check.Passes ? 0 : 1;
    }
}
