namespace Kommunebro.Bench.Engine;

/// <summary>How the program is called.</summary>
internal static class Usage
{
    public const string Text = """
        Measures the matching engine. Run it from the root of the repository:
          dotnet run -c Release --project bench/Engine -- <command>

          synthetic   An instance of the seeded synthetic family.
              --suppliers 357  --needs 4407  --case A|B (B)  --seed 42  --threads (all cores)
              --work 60        units of work: the same plan on every machine; or
              --seconds S      until S seconds are over (with --work: whichever ends first)
              --fairness       the fairness stages first, with a table of them
              --peers          greedy, CP-SAT, SCIP and HiGHS on the same instance, S seconds each
                               (as many as the engine took when only --work is given)
              --save FILE      writes instance, plan and prices for check
          gap FILE…   Generalized assignment instances in the OR-Library text format.
              --seconds 10  --work N  --threads
          scoring     Eligible scores a second, and how long candidates take.
          repair      How long a plan takes to repair after one change, and how many needs that alters;
                      the instance as in synthetic.  --work 5  --seconds S  for the plan to begin with
          check PLAN  Recomputes a saved plan and its bound without the engine: PASS, or what is wrong.

        Exit codes: 0 done, 1 a file is bad or a check failed, 2 the arguments are wrong.
        """;

    public static int Show()
    {
        Console.WriteLine(Text);
        return 0;
    }
}

/// <summary>The arguments are wrong, and how.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>Says so, and returns the exit code.</summary>
    public int Show()
    {
        Console.Error.WriteLine(Message);
        Console.Error.WriteLine();
        Console.Error.WriteLine(Usage.Text);
        return 2;
    }
}
