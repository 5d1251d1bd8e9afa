namespace Kommunebro.Matching.Engine;

/// <summary>The goals of a plan, each worth more than all that follow. Before them all stands what people decided already.</summary>
public enum ObjectiveStage
{
    /// <summary>War-zone hromadas with a critical need covered.</summary>
    CriticalWarZone = 1,

    /// <summary>Coverage of the least covered groups of hromadas without a partner, in permille; three levels.</summary>
    Coverage = 2,

    /// <summary>Hromadas outside the war zone that are covered, up to the share that they are due.</summary>
    OutsideShare = 3,

    /// <summary>Value of the shares, less what partnerships and changes cost.</summary>
    Value = 4,

    /// <summary>One plan among those of equal worth, whatever the machine.</summary>
    TieBreak = 5,
}

/// <summary>What became of one goal.</summary>
/// <param name="Stage">Which goal.</param>
/// <param name="Level">1 to 3 for the least, the second and the third least covered group; 0 for other goals.</param>
/// <param name="Reached">What the plan reaches.</param>
/// <param name="Bound">What no plan that keeps the goals before can exceed.</param>
/// <param name="Work">Units of work spent.</param>
/// <param name="GivenUp">What another plan reaches more, and this one gives up within the tolerance for the sake of later goals.</param>
public sealed record StageResult(ObjectiveStage Stage, int Level, long Reached, long Bound, double Work, long GivenUp = 0)
{
    /// <summary>Whether nothing more is possible than what was found.</summary>
    public bool Optimal => Reached + GivenUp == Bound;

    /// <summary>How far below the bound what was found may be, as a share of the bound: 0 is perfect.</summary>
    public double Gap => Bound == 0 ? 0 : (double)(Bound - Reached - GivenUp) / Math.Abs(Bound);

    /// <summary>The result of a plan that reaches <paramref name="reached"/> in the end, after later goals had their say.</summary>
    public StageResult Ends(long reached) => this with { Reached = reached, GivenUp = Math.Max(0, Reached - reached) };
}
