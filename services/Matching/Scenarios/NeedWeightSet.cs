using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Scenarios;

/// <summary>What a need is worth against other needs: urgency × category × effort.</summary>
/// <param name="ByUrgency">Four weights, for urgency 1 to 4; each 1 to 100.</param>
/// <param name="WarZone">Weight of a need in the war zone, 1 to 100.</param>
/// <param name="OutsideWarZone">Weight of a need outside it, and where the category is undecided, 1 to 100.</param>
/// <param name="ByEffort">1 to 10 steps that rise with effort, the last one open above.</param>
public sealed record NeedWeightSet(
    IReadOnlyList<int>? ByUrgency = null, int? WarZone = null, int? OutsideWarZone = null, IReadOnlyList<EffortWeight>? ByEffort = null)
{
    /// <summary>The weights of the engine.</summary>
    public static NeedWeightSet Of(NeedWeights weights) => new(
        weights.ByUrgency,
        weights.WarZone,
        weights.OutsideWarZone,
        [.. weights.ByEffort.Select(step => new EffortWeight(step.Weight, step.UpToDays == int.MaxValue ? null : step.UpToDays))]);

    /// <summary>The same, with what is left out as in <paramref name="others"/>.</summary>
    public NeedWeightSet Complete(NeedWeightSet others) => new(
        ByUrgency ?? others.ByUrgency, WarZone ?? others.WarZone, OutsideWarZone ?? others.OutsideWarZone, ByEffort ?? others.ByEffort);

    /// <summary>For the engine; of a complete set alone.</summary>
    public NeedWeights ToEngine() => new(
        ByUrgency!, WarZone!.Value, OutsideWarZone!.Value, [.. ByEffort!.Select(step => new EffortStep(step.UpToDays ?? int.MaxValue, step.Weight))]);
}

/// <summary>The weight of needs of some effort.</summary>
/// <param name="Weight">1 to 100.</param>
/// <param name="UpToDays">Upper end in person-days, included; null in the last step.</param>
public sealed record EffortWeight(int Weight, int? UpToDays = null);
