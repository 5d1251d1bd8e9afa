namespace Kommunebro.Matching.Engine;

/// <summary>Counts the work of a search against its budget.</summary>
/// <param name="budget">How much may be done.</param>
/// <param name="isStopped">Tells whether a person wants the best so far.</param>
internal sealed class Meter(WorkBudget budget, Func<bool> isStopped)
{
    /// <summary>Cells of a knapsack that are a unit of work.</summary>
    private const double CellsPerUnit = 5e9;

    /// <summary>What a round of anything costs by itself, so that a search of next to nothing ends, too.</summary>
    private const double StepUnits = 0.0005;

    /// <summary>What calling the outside solver costs by itself.</summary>
    private const double CallUnits = 0.005;

    /// <summary>Units of work so far.</summary>
    public double Units { get; private set; }

    /// <summary>How much of the budget is spent: 1 is all of it.</summary>
    public double Spent => (budget.SecondsSpent?.Invoke() ?? Units) / budget.Units;

    /// <summary>Whether the search must come to its end.</summary>
    public bool IsOver => IsPast(1);

    /// <summary>Whether <paramref name="part"/> of the budget is spent, or the search must come to its end.</summary>
    public bool IsPast(double part) => Spent >= part || isStopped();

    /// <summary>Units that are left until <paramref name="part"/> of the budget is spent.</summary>
    public double UnitsUntil(double part) => Math.Max(0, (part - Spent) * budget.Units);

    /// <summary>Units of work of knapsacks.</summary>
    public static double UnitsOf(long cells) => cells / CellsPerUnit;

    /// <summary>Adds work of knapsacks.</summary>
    public void AddCells(long cells) => Units += StepUnits + UnitsOf(cells);

    /// <summary>Adds a call of the outside solver, in its own deterministic units; a call that does nothing takes time, too.</summary>
    public void AddSolver(double units) => Units += CallUnits + units;
}
