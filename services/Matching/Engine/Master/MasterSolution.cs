namespace Kommunebro.Matching.Engine;

/// <summary>The goals of a plan, each worth more than all that follow. The numbers are those of the programme's list of goals; the ones between come with later work.</summary>
public enum ObjectiveStage
{
    /// <summary>War-zone hromadas with a critical need covered.</summary>
    CriticalWarZone = 1,

    /// <summary>Hromadas without any partner that get one: the first level of fairness, a plain count.</summary>
    FirstPartners = 2,

    /// <summary>Value of the pairs, less the overhead of the partnerships.</summary>
    Value = 4,

    /// <summary>One plan among those of equal worth, whatever the machine.</summary>
    TieBreak = 5,
}

/// <summary>What became of one goal.</summary>
/// <param name="Stage">Which goal.</param>
/// <param name="Reached">What the plan reaches.</param>
/// <param name="Bound">What no plan that keeps the goals before can exceed.</param>
/// <param name="Work">Units of work spent, in whole millionths.</param>
public sealed record StageResult(ObjectiveStage Stage, long Reached, long Bound, double Work)
{
    /// <summary>Whether the plan is proven to reach the most.</summary>
    public bool Optimal => Reached == Bound;

    /// <summary>How far below the bound the plan may be, as a share of the bound: 0 is perfect.</summary>
    public double Gap => Bound == 0 ? 0 : (double)(Bound - Reached) / Math.Abs(Bound);
}

/// <summary>What a solver chose.</summary>
/// <param name="Chosen">Positions of the chosen pairs, rising.</param>
/// <param name="Stages">The goals in order.</param>
public sealed record MasterSolution(IReadOnlyList<int> Chosen, IReadOnlyList<StageResult> Stages);
