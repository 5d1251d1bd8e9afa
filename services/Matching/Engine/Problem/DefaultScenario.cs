using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>The scenario that holds until KS and AUC set another.</summary>
public static class DefaultScenario
{
    /// <summary>A first judgement, not a finding: KS and AUC are to replace these numbers by their own experience.</summary>
    public static Assumptions Assumptions { get; } = new(
        Version: "assumptions-1",
        EffortByHorizon: new Dictionary<Horizon, int> { [Horizon.Acute] = 10, [Horizon.Medium] = 25, [Horizon.Long] = 60 },
        AreaPercent: new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["WAT"] = 150, ["SAN"] = 150, ["HEA-D"] = 150, ["HOU"] = 150, ["REC"] = 150, ["MIN"] = 60, ["COM"] = 60, ["CUL"] = 60,
        },
        EffortByBand: new Dictionary<Band, int> { [Band.Small] = 10, [Band.Medium] = 30, [Band.Large] = 80 },
        CapacityBySize: [new(3_000, 30), new(10_000, 60), new(40_000, 120), new(100_000, 240), new(int.MaxValue, 400)],
        CapacityWithoutPopulation: 30,
        CapacityByBand: new Dictionary<Band, int> { [Band.Small] = 30, [Band.Medium] = 100, [Band.Large] = 250 });

    /// <summary>Criteria as in the programme's rules, a floor that excludes what fits less than by half, an overhead of about a third of a good, normal pair, and a change that must gain about a tenth of one.</summary>
    public static Scenario Scenario { get; } = new(
        Version: "scenario-2",
        CriterionWeights: new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [CriterionCode.AreaFit] = 30,
            [CriterionCode.ModeHorizonFit] = 15,
            [CriterionCode.CapacityForUrgency] = 15,
            [CriterionCode.ProfileSimilarity] = 10,
            [CriterionCode.Language] = 5,
            [CriterionCode.PriorTie] = 10,
            [CriterionCode.CategoryCompetence] = 10,
            [CriterionCode.Reciprocity] = 5,
        },
        FloorPermille: 500,
        NeedWeights: new NeedWeights([1, 2, 3, 5], WarZone: 5, OutsideWarZone: 4, [new(10, 1), new(40, 2), new(int.MaxValue, 3)]),
        OverheadDays: 3,
        OverheadValue: 4_000,
        ChangeValue: 1_000,
        MaxPartnersPerHromada: 3,
        Sharing: new SharingRules(FromDays: 40, MaxSuppliers: 3),
        Fairness: new FairnessRules(OutsidePermille: 600, StageTolerances.None),
        CategoryAreas: new Dictionary<ProgrammeCategory, IReadOnlyList<string>>
        {
            [ProgrammeCategory.WarZone] = ["REC", "HOU", "BLD", "WAT", "SAN", "HEA-D", "ENE", "REN", "CIV", "FIR", "MIN", "PLA"],
            [ProgrammeCategory.OutsideWarZone] = ["IDP", "MHP", "VET", "SOC", "REH", "INC", "GOV", "DEM", "FIN", "EUI"],
        },
        Assumptions: Assumptions);
}
