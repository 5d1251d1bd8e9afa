using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Scenarios as matching would tell them.</summary>
public static class ScenarioSamples
{
    public const string Id = "0192f0c0-0000-7000-8000-000000000041";

    public static Scenario Default => new() { ScenarioId = "default", Reference = "scenario-2", InForce = true, Rules = Rules };

    public static Scenario Mine => new()
    {
        ScenarioId = Id, Version = 3, Reference = $"{Id}@3", Name = "More for small towns", Description = "Agreed in the spring.",
        ChangedAt = "2026-11-20T09:00:00Z", ChangedBy = "staff:ks", Rules = Rules, Masked = 1,
        Pins =
        {
            new ScenarioPin
            {
                Supplier = "3301", SupplierName = "Drammen", NeedId = Samples.NeedId, Quarters = 4, Hromada = Samples.HromadaCode, HromadaName = "Vinnytsia",
            },
        },
        Bans =
        {
            new ScenarioBan { Supplier = "3301", SupplierName = "Drammen", Hromada = Samples.HromadaCode, HromadaName = "Vinnytsia", Reason = "The council said no." },
        },
    };

    private static ScenarioRules Rules => new()
    {
        CriterionWeights = { Weight("area_fit", 60), Weight("language", 40) },
        FloorPermille = 500, NeedByUrgency = { 1, 2, 3, 5 }, NeedWarZone = 5, NeedOutsideWarZone = 4,
        NeedByEffort = { new EffortWeight { UpToDays = 10, Weight = 1 }, new EffortWeight { Weight = 2 } },
        OverheadDays = 3, OverheadValue = 4000, ChangeValue = 1000, MaxPartnersPerHromada = 3, SharingFromDays = 40, SharingMaxSuppliers = 3,
        OutsidePermille = 600,
    };

    private static CriterionWeight Weight(string code, int weight) => new() { Code = code, Weight = weight };
}
