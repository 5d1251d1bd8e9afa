using System.Text.Json.Nodes;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>A request that is right in every field, to be made wrong or different in one.</summary>
public static class ANeed
{
    public static JsonObject Of(MunicipalityChanged hromada) => new()
    {
        ["municipality"] = hromada.Code,
        ["title"] = new JsonObject { ["uk"] = "Ремонт насосної станції", ["en"] = "Repair of the pumping station" },
        ["description"] = new JsonObject { ["uk"] = "Насоси працюють з 1974 року.\nПотрібна порада." },
        ["area"] = "WAT",
        ["horizon"] = "medium",
        ["urgency"] = 3,
        ["urgencyReason"] = "Опалювальний сезон",
        ["desiredModes"] = new JsonArray("advice_remote", "expert_visit"),
        ["personDays"] = 40,
        ["effortBand"] = null,
        ["languages"] = new JsonArray("uk", "en"),
        ["sensitivity"] = "partners",
        ["neededBy"] = "2027-03-01",
        ["illustrative"] = true,
    };

    /// <summary>With everything that a hromada can add.</summary>
    public static JsonObject InFull(MunicipalityChanged hromada)
    {
        var need = Of(hromada);
        foreach (var (field, value) in JsonNode.Parse(
            """
            {
              "kind": "infrastructure",
              "secondaryAreas": ["HEA-D"],
              "translations": {"en": "machine"},
              "peopleAffected": {"total": 4200, "idps": 700, "children": 900, "veterans": 60},
              "quantity": {"requested": 4, "unit": "piece", "fulfilled": 1},
              "season": "winter",
              "readiness": "in_dream",
              "dreamId": "DREAM-UA-010126-0A1B2C3D",
              "rdnaSector": "water_supply_and_sanitation",
              "cost": {"estimated": 1250000.50, "currency": "UAH", "ownContribution": 125000},
              "constraints": "Комендантська година",
              "wishes": "A municipality of the same size",
              "vetoes": "No study visits in summer",
              "locationPrecision": "hromada",
              "source": "umbrella"
            }
            """)!.AsObject())
            need[field] = value?.DeepClone();
        return need;
    }

    public static JsonObject InVinnytsia() => Of(Places.Vinnytsia);

    /// <summary>The same with <paramref name="field"/> replaced by a JSON value.</summary>
    public static JsonObject With(this JsonObject need, string field, string json)
    {
        need[field] = JsonNode.Parse(json);
        return need;
    }
}
