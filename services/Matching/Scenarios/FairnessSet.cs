using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Scenarios;

/// <summary>What fairness asks for before value counts.</summary>
/// <param name="OutsidePermille">The share, 0 to 1000, that municipalities outside the war zone get at least of what is possible.</param>
/// <param name="Tolerances">What each fairness stage may give up for the sake of later ones.</param>
public sealed record FairnessSet(int? OutsidePermille = null, ToleranceSet? Tolerances = null)
{
    /// <summary>The rules of the engine.</summary>
    public static FairnessSet Of(FairnessRules rules) => new(
        rules.OutsidePermille,
        new ToleranceSet(rules.Tolerances.CriticalHromadas, rules.Tolerances.CoveragePermille, rules.Tolerances.OutsideHromadas));

    /// <summary>The same, with what is left out as in <paramref name="others"/>.</summary>
    public FairnessSet Complete(FairnessSet others) => new(
        OutsidePermille ?? others.OutsidePermille,
        new ToleranceSet(
            Tolerances?.CriticalHromadas ?? others.Tolerances!.CriticalHromadas,
            Tolerances?.CoveragePermille ?? others.Tolerances!.CoveragePermille,
            Tolerances?.OutsideHromadas ?? others.Tolerances!.OutsideHromadas));

    /// <summary>For the engine; of a complete set alone.</summary>
    public FairnessRules ToEngine() => new(
        OutsidePermille!.Value,
        new StageTolerances(Tolerances!.CriticalHromadas!.Value, Tolerances.CoveragePermille!.Value, Tolerances.OutsideHromadas!.Value));
}

/// <summary>What a fairness stage may give up, once it is solved, for the sake of later stages.</summary>
/// <param name="CriticalHromadas">War-zone hromadas with a critical need, 0 to 1000.</param>
/// <param name="CoveragePermille">Permille of each of the least covered groups, 0 to 1000.</param>
/// <param name="OutsideHromadas">Hromadas outside the war zone, 0 to 1000.</param>
public sealed record ToleranceSet(int? CriticalHromadas = null, int? CoveragePermille = null, int? OutsideHromadas = null);
