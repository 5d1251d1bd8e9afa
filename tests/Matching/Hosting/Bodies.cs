using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>Requests as the clients of registry and needs-intake send them; the facts are true, the rest is made up.</summary>
internal static class Bodies
{
    public const string Vennesla = "4223";
    public const string Lindesnes = "4205";
    public const string Vyshnivetska = "UA61020050000098539";

    public static JsonObject Supplier(string code, string name) => Parse(
        $$"""
        {
          "code": "{{code}}", "country": "no", "kind": "municipality", "names": { "nb": "{{name}}", "uk": "Приклад", "en": "{{name}}" },
          "region": { "code": "42", "names": { "nb": "Agder", "uk": "Агдер", "en": "Agder" } },
          "population": 15772, "populationYear": 2026, "latitude": 58.27, "longitude": 7.97,
          "territoryStatus": "none", "territoryCoverage": "full", "category": null
        }
        """);

    public static JsonObject Hromada(string status) => Parse(
        $$"""
        {
          "code": "{{Vyshnivetska}}", "country": "ua", "kind": "hromada",
          "names": { "nb": "Vyshnivetska", "uk": "Вишнівецька", "en": "Vyshnivetska" },
          "region": { "code": "61", "names": { "nb": "Ternopilska", "uk": "Тернопільська", "en": "Ternopilska" } },
          "population": 17267, "populationYear": 2022, "latitude": 49.9, "longitude": 25.75,
          "territoryStatus": "{{status}}", "territoryCoverage": "full", "category": "outside_war_zone"
        }
        """);

    public static JsonObject Offer(string municipality) => Parse(
        $$"""
        {
          "municipality": "{{municipality}}",
          "areas": [{ "area": "WAT", "level": 3, "modes": ["training", "advice_remote"], "personDays": 40 }],
          "capacityBand": "medium", "terms": ["short", "long"], "languages": ["en"], "maxPartnerships": 2,
          "travel": "ukraine_west", "illustrative": true
        }
        """);

    public static JsonObject Need(string title) => Parse(
        $$"""
        {
          "municipality": "{{Vyshnivetska}}", "title": { "uk": "{{title}}" }, "area": "WAT", "horizon": "medium", "urgency": 2,
          "desiredModes": ["advice_remote"], "effortBand": "small", "languages": ["uk", "en"], "sensitivity": "partners",
          "illustrative": true
        }
        """);

    public static JsonObject Initiative(string partner) => Parse(
        $$"""
        {
          "hromada": "{{Vyshnivetska}}", "partner": { "code": "{{partner}}" }, "kind": "twin_town", "programme": "bilateral",
          "status": "agreement_reported", "since": "2024-05-17", "source": { "name": "Eksempelavisa", "date": "2024-05-18" }
        }
        """);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
