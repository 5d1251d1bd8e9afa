namespace Kommunebro.Matching.Engine;

/// <summary>What the fairness stages count.</summary>
/// <param name="Group">Group of each hromada: its oblast and category.</param>
/// <param name="Groups">How many groups there are.</param>
/// <param name="InWarZone">Whether the hromada lies in the war zone.</param>
/// <param name="WithoutPartner">Whether nobody works with the hromada yet.</param>
/// <param name="Critical">Whether the need is critical.</param>
/// <param name="StandingQuarters">Quarters of each need that are met by what is decided already.</param>
/// <param name="OutsidePermille">The share of what a maximum flow shows possible that municipalities outside the war zone get at least.</param>
/// <param name="Tolerances">What each stage may give up for the sake of later ones.</param>
public sealed record Fairness(
    int[] Group,
    int Groups,
    bool[] InWarZone,
    bool[] WithoutPartner,
    bool[] Critical,
    int[] StandingQuarters,
    int OutsidePermille,
    StageTolerances Tolerances);

/// <summary>What a fairness stage may give up, once it is solved, for the sake of later stages.</summary>
/// <param name="CriticalHromadas">War-zone hromadas with a critical need.</param>
/// <param name="CoveragePermille">Permille of each of the least covered groups.</param>
/// <param name="OutsideHromadas">Hromadas outside the war zone.</param>
public sealed record StageTolerances(int CriticalHromadas, int CoveragePermille, int OutsideHromadas)
{
    /// <summary>Nothing is given up.</summary>
    public static StageTolerances None { get; } = new(0, 0, 0);

    /// <summary>What later stages must keep of what a stage reached.</summary>
    public long Kept(ObjectiveStage stage, long reached) => Math.Max(0, reached - stage switch
    {
        ObjectiveStage.CriticalWarZone => CriticalHromadas,
        ObjectiveStage.Coverage => CoveragePermille,
        ObjectiveStage.OutsideShare => OutsideHromadas,
        _ => 0,
    });
}
