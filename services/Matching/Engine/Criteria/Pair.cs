using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>A supplier that may serve a need, with all that speaks for it.</summary>
/// <param name="Supplier">Who would help.</param>
/// <param name="Need">What would be met.</param>
/// <param name="Hromada">Whose need it is.</param>
/// <param name="Competence">The competence that would be used; its area's limit counts.</param>
/// <param name="Modes">How it would help.</param>
/// <param name="Breakdown">What each criterion gives; the score is exactly the sum.</param>
/// <param name="Levelling">Points that every pair of this need gets, so that the town's own traits do not rank it against other towns.</param>
/// <param name="Weight">What the need is worth against other needs.</param>
/// <param name="Conditions">What people must see to first.</param>
public sealed record Pair(
    Supplier Supplier,
    Need Need,
    Hromada Hromada,
    Competence Competence,
    IReadOnlyList<Mode> Modes,
    IReadOnlyList<CriterionScore> Breakdown,
    int Levelling,
    long Weight,
    IReadOnlyList<Sentence> Conditions)
{
    /// <summary>0 to 1000: ranks the suppliers of one need, and no more than that.</summary>
    public int Score { get; } = Breakdown.Sum(criterion => criterion.Points);

    /// <summary>(Score + levelling) × weight, in value points: what the plan gains by this pair.</summary>
    public long Value => checked((Score + Levelling) * Weight);

    /// <summary>Whether the competence is in the very area of the need.</summary>
    public bool SameArea => Competence.AreaCode == Need.AreaCode;

    /// <summary>What is assumed in this pair: the need's effort, the supplier's capacity, both or nothing.</summary>
    public IReadOnlyList<Sentence> Assumptions => [.. new[] { Need.Effort.Assumption, Supplier.Capacity.Assumption }.OfType<Sentence>()];
}
