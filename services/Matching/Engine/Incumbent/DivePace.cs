namespace Kommunebro.Matching.Engine;

/// <summary>How fast a dive settles who takes what.</summary>
/// <param name="Rounds">Rounds of prices before somebody keeps a choice.</param>
/// <param name="Step">How far prices move in each (see <see cref="PriceSteps.Move"/>).</param>
/// <param name="Most">The part of all suppliers who keep their choice at a time, at most.</param>
/// <param name="Fewest">And as many even when others contest it.</param>
/// <param name="Shaking">How much the prices at the start differ from dive to dive.</param>
/// <param name="KeepsLimits">Whether limits of areas are kept in every round; else they are paid for, but in the last.</param>
/// <param name="Work">A dive is as much work as so many rounds of the search of prices.</param>
internal sealed record DivePace(int Rounds, double Step, double Most, double Fewest, double Shaking, bool KeepsLimits, int Work)
{
    /// <summary>In haste, where keeping limits is much work.</summary>
    private static readonly DivePace Hasty = new(4, Step: 0.01, Most: 0.05, Fewest: 0.01, Shaking: 0.02, KeepsLimits: false, Work: 70);

    /// <summary>With patience, where it is little.</summary>
    private static readonly DivePace Patient = new(10, Step: 0.003, Most: 0.02, Fewest: 0.003, Shaking: 0.005, KeepsLimits: true, Work: 140);

    /// <summary>The pace that suits a model.</summary>
    public static DivePace Of(Model model) => AreaKnapsack.Suits(model) ? Patient : Hasty;
}
