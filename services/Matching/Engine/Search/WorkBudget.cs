namespace Kommunebro.Matching.Engine;

/// <summary>How much a search may do. In units of work the result is the same on every machine and under any load; in seconds it is not.</summary>
/// <param name="Units">Units of work, more than 0; a unit takes roughly a second of one core.</param>
public sealed record WorkBudget(double Units)
{
    /// <summary>More units than any run needs: a day of one core.</summary>
    public const double Most = 100_000;

    /// <summary>Proves the plan of some dozens of suppliers and a hundred needs; for all of both countries it comes near the best.</summary>
    public static WorkBudget Default { get; } = new(60);

    /// <summary>Tells the seconds that were spent; null when units count. Given by whoever has a clock: the engine has none.</summary>
    public Func<double>? SecondsSpent { get; init; }

    /// <summary>Seconds instead of units.</summary>
    /// <param name="seconds">The end of the search, at its first look at the clock after so many.</param>
    /// <param name="spent">Tells the seconds that were spent.</param>
    public static WorkBudget OfSeconds(double seconds, Func<double> spent) => new(seconds) { SecondsSpent = spent };
}
