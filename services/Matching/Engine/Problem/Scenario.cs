using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>What people decide about a matching run: weights, floor and limits. Versioned, so that a plan can be told apart from one under other rules.</summary>
/// <param name="Version">Names this scenario on the plan.</param>
/// <param name="CriterionWeights">Weight of each criterion by its code; whole numbers that sum to 100.</param>
/// <param name="FloorPermille">Least area and mode fit of an eligible pair, 0 to 1000 (see <see cref="Fit.Total"/>).</param>
/// <param name="NeedWeights">What a need is worth against other needs.</param>
/// <param name="OverheadDays">Person-days of the supplier that a partnership takes beside the needs it covers.</param>
/// <param name="OverheadValue">What a partnership costs in value points, so that few and full partnerships win over many thin ones.</param>
/// <param name="ChangeValue">What dropping a share of the plan in force costs in value points, so that a plan changes only where that pays.</param>
/// <param name="MaxPartnersPerHromada">The most suppliers that one hromada can be asked to work with.</param>
/// <param name="Sharing">How large needs are shared.</param>
/// <param name="Fairness">What fairness asks for before value counts.</param>
/// <param name="CategoryAreas">The areas that hromadas of each category need most.</param>
/// <param name="Assumptions">What is taken where effort or capacity is not known.</param>
public sealed record Scenario(
    string Version,
    IReadOnlyDictionary<string, int> CriterionWeights,
    int FloorPermille,
    NeedWeights NeedWeights,
    int OverheadDays,
    long OverheadValue,
    long ChangeValue,
    int MaxPartnersPerHromada,
    SharingRules Sharing,
    FairnessRules Fairness,
    IReadOnlyDictionary<ProgrammeCategory, IReadOnlyList<string>> CategoryAreas,
    Assumptions Assumptions);
