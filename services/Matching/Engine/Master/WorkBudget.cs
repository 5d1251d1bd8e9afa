namespace Kommunebro.Matching.Engine;

/// <summary>How much work a run may do, in units that are the same on every machine and under any load. A unit takes roughly a second.</summary>
/// <param name="Units">Units over all stages together, more than 0.</param>
public sealed record WorkBudget(double Units)
{
    /// <summary>Enough to prove the plan of a few dozen suppliers and a hundred needs.</summary>
    public static WorkBudget Default { get; } = new(10);
}
