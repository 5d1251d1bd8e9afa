using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Admin.Scenarios;

/// <summary>A number of a scenario: its field as matching names it, the key of its text, and where it stands in the message.</summary>
public sealed record ScenarioNumber(string Field, string Text, Func<ScenarioRules, long> Get, Action<ScenarioRules, int> Set);

/// <summary>The numbers of a scenario that stand alone, in the order in which they are shown.</summary>
public static class ScenarioNumbers
{
    public static readonly IReadOnlyList<ScenarioNumber> Worth =
    [
        new("rules.needWeights.warZone", "scenario.war_zone", rules => rules.NeedWarZone, (rules, value) => rules.NeedWarZone = value),
        new("rules.needWeights.outsideWarZone", "scenario.outside_war_zone", rules => rules.NeedOutsideWarZone, (rules, value) => rules.NeedOutsideWarZone = value),
    ];

    public static readonly IReadOnlyList<ScenarioNumber> Limits =
    [
        new("rules.floorPermille", "scenario.floor", rules => rules.FloorPermille, (rules, value) => rules.FloorPermille = value),
        new("rules.overheadDays", "scenario.overhead_days", rules => rules.OverheadDays, (rules, value) => rules.OverheadDays = value),
        new("rules.overheadValue", "scenario.overhead_value", rules => rules.OverheadValue, (rules, value) => rules.OverheadValue = value),
        new("rules.changeValue", "scenario.change_value", rules => rules.ChangeValue, (rules, value) => rules.ChangeValue = value),
        new("rules.maxPartnersPerHromada", "scenario.partners", rules => rules.MaxPartnersPerHromada, (rules, value) => rules.MaxPartnersPerHromada = value),
        new("rules.sharing.fromDays", "scenario.sharing_from", rules => rules.SharingFromDays, (rules, value) => rules.SharingFromDays = value),
        new("rules.sharing.maxSuppliers", "scenario.sharing_most", rules => rules.SharingMaxSuppliers, (rules, value) => rules.SharingMaxSuppliers = value),
    ];

    public static readonly IReadOnlyList<ScenarioNumber> Fairness =
    [
        new("rules.fairness.outsidePermille", "scenario.outside_share", rules => rules.OutsidePermille, (rules, value) => rules.OutsidePermille = value),
        new("rules.fairness.tolerances.criticalHromadas", "scenario.critical_tolerance", rules => rules.CriticalTolerance, (rules, value) => rules.CriticalTolerance = value),
        new("rules.fairness.tolerances.coveragePermille", "scenario.coverage_tolerance", rules => rules.CoverageTolerance, (rules, value) => rules.CoverageTolerance = value),
        new("rules.fairness.tolerances.outsideHromadas", "scenario.outside_tolerance", rules => rules.OutsideTolerance, (rules, value) => rules.OutsideTolerance = value),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<ScenarioNumber> All => [.. Worth, .. Limits, .. Fairness];

    /// <summary>The field of a criterion's weight, by the criterion's code.</summary>
    public static string CriterionField(string code)
    {
        var words = code.Split('_');
        return $"rules.criterionWeights.{words[0]}{string.Concat(words.Skip(1).Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"))}";
    }

    /// <summary>The field of the weight of an urgency, from 1.</summary>
    public static string UrgencyField(int urgency) => $"rules.needWeights.byUrgency[{urgency - 1}]";

    /// <summary>The field of an effort step's upper end or weight.</summary>
    public static string EffortField(int at, string part) => $"rules.needWeights.byEffort[{at}].{part}";
}
