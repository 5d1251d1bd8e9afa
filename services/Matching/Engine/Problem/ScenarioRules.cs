using Kommunebro.Contracts;
using static Kommunebro.Matching.Engine.InvalidProblemException;

namespace Kommunebro.Matching.Engine;

/// <summary>What a scenario must fulfil before anything is computed by it.</summary>
internal static class ScenarioRules
{
    public static void Enforce(Scenario scenario)
    {
        EnforceCriteria(scenario.CriterionWeights);
        EnforceNeedWeights(scenario.NeedWeights);
        EnforceAssumptions(scenario.Assumptions);
        Unless(scenario.FloorPermille is >= 0 and <= 1000, "floor_in_range", $"{scenario.FloorPermille} is not within 0 and 1000.");
        Unless(scenario.OverheadDays >= 0, "overhead_not_negative", $"{scenario.OverheadDays} person-days.");
        Unless(scenario.OverheadValue >= 0, "overhead_not_negative", $"{scenario.OverheadValue} value points.");
        Unless(scenario.ChangeValue >= 0, "change_not_negative", $"{scenario.ChangeValue} value points.");
        EnforceFairness(scenario.Sharing, scenario.Fairness);
        Unless(scenario.MaxPartnersPerHromada >= 1, "partners_positive", $"{scenario.MaxPartnersPerHromada} partners a hromada.");
        foreach (var category in Enum.GetValues<ProgrammeCategory>())
            Unless(scenario.CategoryAreas.ContainsKey(category), "category_areas_complete", $"{category} is missing.");
    }

    private static void EnforceFairness(SharingRules sharing, FairnessRules fairness)
    {
        Unless(sharing.MaxSuppliers is >= 1 and <= Share.Whole, "sharing_in_range", $"{sharing.MaxSuppliers} suppliers share a need.");
        Unless(sharing.FromDays >= 1, "sharing_in_range", $"needs of {sharing.FromDays} person-days are shared.");
        Unless(fairness.OutsidePermille is >= 0 and <= 1000, "outside_share_in_range", $"{fairness.OutsidePermille} is not within 0 and 1000.");
        var (critical, coverage, outside) = fairness.Tolerances;
        Unless(Math.Min(critical, outside) >= 0, "tolerances_not_negative", $"{Math.Min(critical, outside)} hromadas.");
        Unless(coverage is >= 0 and <= 1000, "tolerances_not_negative", $"{coverage} permille of coverage.");
    }

    private static void EnforceCriteria(IReadOnlyDictionary<string, int> weights)
    {
        foreach (var code in CriterionCode.All)
            Unless(weights.ContainsKey(code), "weights_complete", $"'{code}' has no weight.");
        foreach (var (code, weight) in weights)
        {
            Unless(CriterionCode.All.Contains(code), "weights_known", $"'{code}' is not a criterion.");
            Unless(weight >= 0, "weights_not_negative", $"'{code}' has the weight {weight}.");
        }
        var sum = weights.Values.Sum(weight => (long)weight);
        Unless(sum == 100, "weights_sum_to_100", $"they sum to {sum}.");
    }

    private static void EnforceNeedWeights(NeedWeights weights)
    {
        Unless(weights.ByUrgency.Count == 4, "need_weights_complete", $"{weights.ByUrgency.Count} weights for four urgencies.");
        int[] all = [.. weights.ByUrgency, weights.WarZone, weights.OutsideWarZone, .. weights.ByEffort.Select(step => step.Weight)];
        Unless(all.All(weight => weight >= 1), "need_weights_positive", $"{all.Min()} would make a need worthless.");
        EnforceSteps([.. weights.ByEffort.Select(step => step.UpToDays)], "effort_steps_rise");
    }

    private static void EnforceAssumptions(Assumptions assumed)
    {
        foreach (var horizon in Enum.GetValues<Horizon>())
            Unless(assumed.EffortByHorizon.GetValueOrDefault(horizon) >= 1, "assumptions_complete", $"no effort for {horizon}.");
        foreach (var band in Enum.GetValues<Band>())
        {
            Unless(assumed.EffortByBand.GetValueOrDefault(band) >= 1, "assumptions_complete", $"no effort for {band}.");
            Unless(assumed.CapacityByBand.GetValueOrDefault(band) >= 1, "assumptions_complete", $"no capacity for {band}.");
        }
        Unless(assumed.AreaPercent.Values.All(percent => percent >= 1), "assumptions_complete", "an area has no positive per cent.");
        Unless(assumed.CapacityWithoutPopulation >= 1, "assumptions_complete", "no capacity where the population is unknown.");
        Unless(assumed.CapacityBySize.All(step => step.Days >= 1), "assumptions_complete", "a size step has no capacity.");
        EnforceSteps([.. assumed.CapacityBySize.Select(step => step.UpToPeople)], "size_steps_rise");
    }

    private static void EnforceSteps(IReadOnlyList<int> ends, string rule)
    {
        Unless(ends.Count > 0 && ends[^1] == int.MaxValue, rule, "the last step must be open above.");
        Unless(ends.Zip(ends.Skip(1)).All(pair => pair.First < pair.Second), rule, "each step must end above the one before.");
    }
}
