using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>
/// What a need is worth against other needs: urgency × category × effort, each a whole number. Nothing here looks at
/// the town's own strength (its size, languages, budget), so that no town ranks lower for being weak, or for being strong.
/// </summary>
/// <param name="ByUrgency">Four weights, for urgency 1 to 4.</param>
/// <param name="WarZone">Weight of a need in the war zone.</param>
/// <param name="OutsideWarZone">Weight of a need outside it, and where the category is undecided.</param>
/// <param name="ByEffort">Steps that rise with effort, the last one open above.</param>
public sealed record NeedWeights(
    IReadOnlyList<int> ByUrgency,
    int WarZone,
    int OutsideWarZone,
    IReadOnlyList<EffortStep> ByEffort)
{
    /// <summary>The weight of <paramref name="need"/>.</summary>
    /// <exception cref="OverflowException">The product exceeds 64 bits.</exception>
    public long Of(Need need, ProgrammeCategory? category)
    {
        var byCategory = category is ProgrammeCategory.WarZone ? WarZone : OutsideWarZone;
        var byEffort = ByEffort.First(step => need.Effort.Days <= step.UpToDays).Weight;
        return checked((long)ByUrgency[need.Urgency - 1] * byCategory * byEffort);
    }
}

/// <summary>The weight of needs that take up to <paramref name="UpToDays"/> person-days.</summary>
/// <param name="UpToDays">Upper end, included; <see cref="int.MaxValue"/> in the last step.</param>
/// <param name="Weight">A whole number.</param>
public sealed record EffortStep(int UpToDays, int Weight);
