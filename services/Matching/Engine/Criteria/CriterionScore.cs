namespace Kommunebro.Matching.Engine;

/// <summary>What one criterion gives to a pair.</summary>
/// <param name="Code">One of <see cref="CriterionCode"/>.</param>
/// <param name="Raw">The finding before it is weighed, 0 to 1000.</param>
/// <param name="Weight">The criterion's share of 100.</param>
/// <param name="Points">Raw × weight / 100, rounded half up: 0 to 10 × weight.</param>
/// <param name="Missing">True when the data to judge by is missing; then there are no points.</param>
/// <param name="Reasons">Why, in one sentence or two.</param>
public sealed record CriterionScore(string Code, int Raw, int Weight, int Points, bool Missing, IReadOnlyList<Sentence> Reasons)
{
    /// <summary>The most points it could give.</summary>
    public int MaxPoints => 10 * Weight;
}
