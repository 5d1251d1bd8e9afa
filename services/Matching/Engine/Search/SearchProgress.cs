namespace Kommunebro.Matching.Engine;

/// <summary>What a search is doing.</summary>
public enum SearchStep
{
    /// <summary>A first plan, without prices.</summary>
    FirstPlan,

    /// <summary>Prices, which give the bound.</summary>
    Prices,

    /// <summary>The best value, without regard to fairness.</summary>
    Value,

    /// <summary>The fairness stages.</summary>
    Fairness,

    /// <summary>The best value of a fair plan.</summary>
    FairValue,

    /// <summary>All stages exactly.</summary>
    Exact,
}

/// <summary>How far a search is.</summary>
/// <param name="Step">What it is doing.</param>
/// <param name="Stage">The goal that it works on.</param>
/// <param name="Level">The level of the goal; 0 where it has none.</param>
/// <param name="Reached">What the best plan so far reaches in it.</param>
/// <param name="Bound">What no plan can exceed; null before that is known.</param>
/// <param name="Spent">How much of the budget is spent, 0 to 1.</param>
/// <param name="Work">Units of work so far.</param>
public sealed record SearchProgress(
    SearchStep Step, ObjectiveStage Stage, int Level, long Reached, long? Bound, double Spent, double Work)
{
    internal static SearchProgress OfValue(SearchStep step, ValueSearch search, Meter meter) => new(
        step, ObjectiveStage.Value, 0, search.Best.Value, search.Bound == long.MaxValue ? null : search.Bound, meter.Spent, meter.Units);

    internal static SearchProgress OfStage(SearchStep step, StageResult result, Meter meter) =>
        new(step, result.Stage, result.Level, result.Reached, result.Bound, meter.Spent, meter.Units);
}
