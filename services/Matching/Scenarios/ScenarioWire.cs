using Kommunebro.Matching.Telling;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Scenarios between gRPC messages and what the use cases take and tell.</summary>
internal static class ScenarioWire
{
    /// <summary>A scenario as it is told.</summary>
    public static V1.Scenario Show(ScenarioView view) => new()
    {
        ScenarioId = view.Id is { } id ? $"{id}" : ScenarioChoice.Default,
        Version = view.Version,
        Reference = view.Reference,
        Name = view.Name,
        Description = view.Description ?? "",
        InForce = view.InForce,
        ArchivedAt = Wire.Time(view.ArchivedAt),
        ChangedAt = Wire.Time(view.ChangedAt),
        ChangedBy = view.ChangedBy ?? "",
        Rules = Show(view.Rules),
        Pins =
        {
            view.Pins.Select(pin => new V1.ScenarioPin
            {
                Supplier = pin.Supplier.Code, SupplierName = pin.Supplier.Name, NeedId = $"{pin.NeedId}", Quarters = pin.Quarters,
                Hromada = pin.Hromada.Code, HromadaName = pin.Hromada.Name,
            }),
        },
        Bans =
        {
            view.Bans.Select(ban => new V1.ScenarioBan
            {
                Supplier = ban.Supplier.Code, SupplierName = ban.Supplier.Name,
                Hromada = ban.Hromada.Code, HromadaName = ban.Hromada.Name, Reason = ban.Reason,
            }),
        },
        Masked = view.Masked,
    };

    /// <summary>What a person wrote.</summary>
    public static ScenarioRequest Read(V1.ScenarioText? text) => text is null ? new ScenarioRequest() : new ScenarioRequest(
        Wire.Text(text.Name),
        Wire.Text(text.Description),
        text.Rules is null ? null : Read(text.Rules),
        [.. text.Pins.Select(pin => new PinRequest(Wire.Text(pin.Supplier), Wire.Text(pin.NeedId), pin.Quarters == 0 ? null : pin.Quarters))],
        [.. text.Bans.Select(ban => new BanRequest(Wire.Text(ban.Supplier), Wire.Text(ban.Hromada), Wire.Text(ban.Reason)))]);

    private static V1.ScenarioRules Show(ScenarioRuleSet rules) => new()
    {
        CriterionWeights = { rules.CriterionWeights!.Select(weight => new V1.CriterionWeight { Code = weight.Key, Weight = weight.Value }) },
        FloorPermille = rules.FloorPermille!.Value,
        NeedByUrgency = { rules.NeedWeights!.ByUrgency! },
        NeedWarZone = rules.NeedWeights.WarZone!.Value,
        NeedOutsideWarZone = rules.NeedWeights.OutsideWarZone!.Value,
        NeedByEffort = { rules.NeedWeights.ByEffort!.Select(Show) },
        OverheadDays = rules.OverheadDays!.Value,
        OverheadValue = rules.OverheadValue!.Value,
        ChangeValue = rules.ChangeValue!.Value,
        MaxPartnersPerHromada = rules.MaxPartnersPerHromada!.Value,
        SharingFromDays = rules.Sharing!.FromDays!.Value,
        SharingMaxSuppliers = rules.Sharing.MaxSuppliers!.Value,
        OutsidePermille = rules.Fairness!.OutsidePermille!.Value,
        CriticalTolerance = rules.Fairness.Tolerances!.CriticalHromadas!.Value,
        CoverageTolerance = rules.Fairness.Tolerances.CoveragePermille!.Value,
        OutsideTolerance = rules.Fairness.Tolerances.OutsideHromadas!.Value,
    };

    private static V1.EffortWeight Show(EffortWeight step)
    {
        var shown = new V1.EffortWeight { Weight = step.Weight };
        if (step.UpToDays is { } days)
            shown.UpToDays = days;
        return shown;
    }

    // Of a criterion that stands twice the last one counts, as in JSON.
    private static ScenarioRuleSet Read(V1.ScenarioRules rules) => new(
        rules.CriterionWeights.GroupBy(weight => weight.Code, StringComparer.Ordinal)
            .ToDictionary(weights => weights.Key, weights => weights.Last().Weight, StringComparer.Ordinal),
        rules.FloorPermille,
        new NeedWeightSet(
            [.. rules.NeedByUrgency], rules.NeedWarZone, rules.NeedOutsideWarZone,
            [.. rules.NeedByEffort.Select(step => new EffortWeight(step.Weight, step.HasUpToDays ? step.UpToDays : null))]),
        rules.OverheadDays,
        rules.OverheadValue,
        rules.ChangeValue,
        rules.MaxPartnersPerHromada,
        new SharingSet(rules.SharingFromDays, rules.SharingMaxSuppliers),
        new FairnessSet(rules.OutsidePermille, new ToleranceSet(rules.CriticalTolerance, rules.CoverageTolerance, rules.OutsideTolerance)));
}
