using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Scenarios;

/// <summary>The numbers of a scenario. In a request, what is left out is as in the built-in scenario; an answer leaves nothing out.</summary>
/// <param name="CriterionWeights">Weight of each criterion by its code; whole numbers from 0 that sum to 100.</param>
/// <param name="FloorPermille">Least area and mode fit of an eligible pair, 0 to 1000.</param>
/// <param name="NeedWeights">What a need is worth against other needs.</param>
/// <param name="OverheadDays">Person-days of the supplier that a partnership takes beside its needs, 0 to 365.</param>
/// <param name="OverheadValue">What a partnership costs in value points, 0 to 100000.</param>
/// <param name="ChangeValue">What dropping a share of the plan in force costs in value points, 0 to 100000.</param>
/// <param name="MaxPartnersPerHromada">The most suppliers that one hromada can be asked to work with, 1 to 20.</param>
/// <param name="Sharing">How large needs are shared.</param>
/// <param name="Fairness">What fairness asks for before value counts.</param>
public sealed record ScenarioRuleSet(
    IReadOnlyDictionary<string, int>? CriterionWeights = null,
    int? FloorPermille = null,
    NeedWeightSet? NeedWeights = null,
    int? OverheadDays = null,
    long? OverheadValue = null,
    long? ChangeValue = null,
    int? MaxPartnersPerHromada = null,
    SharingSet? Sharing = null,
    FairnessSet? Fairness = null)
{
    /// <summary>Those of the built-in scenario.</summary>
    public static ScenarioRuleSet Default { get; } = Of(DefaultScenario.Scenario);

    /// <summary>The numbers of <paramref name="scenario"/>.</summary>
    public static ScenarioRuleSet Of(Scenario scenario) => new(
        scenario.CriterionWeights,
        scenario.FloorPermille,
        NeedWeightSet.Of(scenario.NeedWeights),
        scenario.OverheadDays,
        scenario.OverheadValue,
        scenario.ChangeValue,
        scenario.MaxPartnersPerHromada,
        new SharingSet(scenario.Sharing.FromDays, scenario.Sharing.MaxSuppliers),
        FairnessSet.Of(scenario.Fairness));

    /// <summary>The same with nothing left out.</summary>
    public ScenarioRuleSet Complete() => new(
        CriterionWeights ?? Default.CriterionWeights,
        FloorPermille ?? Default.FloorPermille,
        (NeedWeights ?? new NeedWeightSet()).Complete(Default.NeedWeights!),
        OverheadDays ?? Default.OverheadDays,
        OverheadValue ?? Default.OverheadValue,
        ChangeValue ?? Default.ChangeValue,
        MaxPartnersPerHromada ?? Default.MaxPartnersPerHromada,
        new SharingSet(Sharing?.FromDays ?? Default.Sharing!.FromDays, Sharing?.MaxSuppliers ?? Default.Sharing!.MaxSuppliers),
        (Fairness ?? new FairnessSet()).Complete(Default.Fairness!));

    /// <summary>The engine's scenario; assumptions and the areas of the categories are those of the built-in one.</summary>
    /// <param name="version">Names it on plans.</param>
    public Scenario ToEngine(string version)
    {
        var all = Complete();
        return DefaultScenario.Scenario with
        {
            Version = version,
            CriterionWeights = all.CriterionWeights!,
            FloorPermille = all.FloorPermille!.Value,
            NeedWeights = all.NeedWeights!.ToEngine(),
            OverheadDays = all.OverheadDays!.Value,
            OverheadValue = all.OverheadValue!.Value,
            ChangeValue = all.ChangeValue!.Value,
            MaxPartnersPerHromada = all.MaxPartnersPerHromada!.Value,
            Sharing = new SharingRules(all.Sharing!.FromDays!.Value, all.Sharing.MaxSuppliers!.Value),
            Fairness = all.Fairness!.ToEngine(),
        };
    }
}

/// <summary>How large needs are shared.</summary>
/// <param name="FromDays">Needs that take at least so many person-days can be shared, 1 to 10000.</param>
/// <param name="MaxSuppliers">The most suppliers that share one, 1 to 4; with 1, none is shared.</param>
public sealed record SharingSet(int? FromDays = null, int? MaxSuppliers = null);
