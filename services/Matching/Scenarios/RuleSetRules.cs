using Kommunebro.Matching.Engine;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Scenarios;

/// <summary>The engine's rules for a scenario, each told at the field that breaks it, with bounds that keep sums within 64 bits.</summary>
internal static class RuleSetRules
{
    private const int MostWeight = 100;
    // With values of up to MostValue, 15,000 needs of one supplier still add up within the engine's 33 bits.
    private const long MostOfNeed = 300;
    private const int MostSteps = 10;
    private const int MostValue = 100_000;

    /// <summary>The complete rules; notes out_of_range, missing_field, unknown_value, weights_sum_to_100, need_weights_complete, effort_steps_rise.</summary>
    public static ScenarioRuleSet RuleSet(this Rules rules, ScenarioRuleSet? asked)
    {
        var set = (asked ?? new ScenarioRuleSet()).Complete();
        Criteria(rules, set.CriterionWeights!);
        NeedWeights(rules, set.NeedWeights!);
        Range(rules, set.FloorPermille, "rules.floorPermille", 0, 1000);
        Range(rules, set.OverheadDays, "rules.overheadDays", 0, 365);
        Range(rules, set.OverheadValue, "rules.overheadValue", 0, MostValue);
        Range(rules, set.ChangeValue, "rules.changeValue", 0, MostValue);
        Range(rules, set.MaxPartnersPerHromada, "rules.maxPartnersPerHromada", 1, 20);
        Range(rules, set.Sharing!.FromDays, "rules.sharing.fromDays", 1, 10_000);
        Range(rules, set.Sharing.MaxSuppliers, "rules.sharing.maxSuppliers", 1, Share.Whole);
        Range(rules, set.Fairness!.OutsidePermille, "rules.fairness.outsidePermille", 0, 1000);
        var tolerances = set.Fairness.Tolerances!;
        Range(rules, tolerances.CriticalHromadas, "rules.fairness.tolerances.criticalHromadas", 0, 1000);
        Range(rules, tolerances.CoveragePermille, "rules.fairness.tolerances.coveragePermille", 0, 1000);
        Range(rules, tolerances.OutsideHromadas, "rules.fairness.tolerances.outsideHromadas", 0, 1000);
        if (rules.Hold)
            AsTheEngineSays(rules, set);
        return set;
    }

    private static void Criteria(Rules rules, IReadOnlyDictionary<string, int> weights)
    {
        const string all = "rules.criterionWeights";
        foreach (var code in CriterionCode.All)
            rules.Required(weights.ContainsKey(code), $"{all}.{code}", "Each criterion needs a weight; 0 leaves it out.");
        foreach (var (code, weight) in weights)
        {
            rules.Check(CriterionCode.All.Contains(code), $"{all}.{code}", "unknown_value", $"The criteria are: {string.Join(", ", CriterionCode.All)}.");
            Range(rules, weight, $"{all}.{code}", 0, 100);
        }

        var sum = weights.Values.Sum(weight => (long)weight);
        rules.Check(sum == 100, all, "weights_sum_to_100", $"The weights must sum to 100; these sum to {sum}.");
    }

    private static void NeedWeights(Rules rules, NeedWeightSet weights)
    {
        const string all = "rules.needWeights";
        rules.Check(weights.ByUrgency!.Count == 4, $"{all}.byUrgency", "need_weights_complete", "Four weights, for urgency 1 to 4.");
        foreach (var (urgency, weight) in weights.ByUrgency.Index())
            Range(rules, weight, $"{all}.byUrgency[{urgency}]", 1, MostWeight);
        Range(rules, weights.WarZone, $"{all}.warZone", 1, MostWeight);
        Range(rules, weights.OutsideWarZone, $"{all}.outsideWarZone", 1, MostWeight);
        // An entry may be null in JSON whatever the type says.
        var steps = weights.ByEffort!.Select(step => step ?? new EffortWeight(0)).ToList();
        Range(rules, steps.Count, $"{all}.byEffort", 1, MostSteps);
        foreach (var (at, step) in steps.Index())
            Range(rules, step.Weight, $"{all}.byEffort[{at}].weight", 1, MostWeight);
        var most = (long)weights.ByUrgency.DefaultIfEmpty().Max() * Math.Max(weights.WarZone!.Value, weights.OutsideWarZone!.Value)
            * steps.Select(step => step.Weight).DefaultIfEmpty().Max();
        rules.Check(most <= MostOfNeed, all, "need_weights_too_large", $"The greatest weights multiply to {most}; at most {MostOfNeed}.");
        var ends = steps.Select(step => step.UpToDays ?? int.MaxValue).ToList();
        rules.Check(
            ends.Count > 0 && ends[0] >= 1 && steps[^1].UpToDays is null && ends.Zip(ends.Skip(1)).All(pair => pair.First < pair.Second),
            $"{all}.byEffort", "effort_steps_rise", "Each step ends above the one before, and the last one is open above.");
    }

    private static void Range(Rules rules, long? value, string field, long least, long most) =>
        rules.Check(value >= least && value <= most, field, "out_of_range", $"A whole number from {least} to {most}.");

    /// <summary>What the engine would refuse must not be stored, whichever rule it has got since.</summary>
    private static void AsTheEngineSays(Rules rules, ScenarioRuleSet set)
    {
        try
        {
            ScenarioRules.Enforce(set.ToEngine("draft"));
        }
        catch (InvalidProblemException refused)
        {
            rules.Check(false, "rules", refused.Rule, refused.Message);
        }
    }
}
