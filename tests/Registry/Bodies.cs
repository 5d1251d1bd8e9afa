using System.Globalization;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Registry;

/// <summary>Valid request bodies, as JSON that a test may spoil.</summary>
internal static class Bodies
{
    private static int _given = 1000;

    /// <summary>A kommunenummer that no other test has: 11xx to 89xx.</summary>
    public static string NextKommunenummer()
    {
        int next;
        do
            next = Interlocked.Increment(ref _given);
        while (next % 100 == 0);
        return next.ToString("0000", CultureInfo.InvariantCulture);
    }

    /// <summary>A KATOTTG of a hromada in Kharkivska oblast that no other test has.</summary>
    public static string NextKatottg() =>
        string.Create(CultureInfo.InvariantCulture, $"UA6302001000{0:00}{Interlocked.Increment(ref _given):00000}");

    public static JsonObject Municipality(string code, string name = "Testvik") => Parse(
        $$"""
        {
          "code": "{{code}}", "country": "no", "kind": "municipality",
          "names": { "nb": "{{name}}", "uk": "Тествік", "en": "{{name}}" },
          "region": { "code": "{{code[..2]}}", "names": { "nb": "Testfylke", "uk": null, "en": null } },
          "organisationNumber": "123456785", "population": 12345, "populationYear": 2026,
          "latitude": 60.5, "longitude": 5.25,
          "territoryStatus": "none", "territoryCoverage": "full", "category": null
        }
        """);

    public static JsonObject Hromada(string code, string status = "none", string? category = "outside_war_zone") => Parse(
        $$"""
        {
          "code": "{{code}}", "country": "ua", "kind": "hromada",
          "names": { "uk": "Тестівська", "nb": "Testivska", "en": "Testivska" },
          "region": { "code": "63", "names": { "uk": "Харківська", "en": "Kharkivska" } },
          "population": 23456, "populationYear": 2022, "latitude": 49.123456, "longitude": 36.654321,
          "territoryStatus": "{{status}}", "territoryCoverage": "full", "category": {{(category is null ? "null" : $"\"{category}\"")}}
        }
        """);

    public static JsonObject Offer(string municipality) => Parse(
        $$"""
        {
          "municipality": "{{municipality}}",
          "areas": [
            { "area": "WAT", "level": 3, "modes": ["training", "advice_remote"], "personDays": 40 },
            { "area": "HEA-D", "level": 1, "modes": ["study_visit_host"] }
          ],
          "personDays": 60, "terms": ["short", "long"], "languages": ["en", "uk"],
          "maxPartnerships": 2, "travel": "ukraine_west",
          "text": { "nb": "Vi kan hjelpe.\nGjerne snart." }, "illustrative": true
        }
        """);

    public static JsonObject ExpressionOfInterest(string municipality) => Parse(
        $$"""
        {
          "municipality": "{{municipality}}",
          "contact": { "name": "Kari Eksempelsen", "role": "Ordfører i øvelse", "email": "kari.eksempelsen@example.org", "phone": "+47 99 88 77 66", "language": "nb" },
          "text": "Vi vil gjerne hjelpe med vann.", "language": "nb", "illustrative": true
        }
        """);

    /// <summary>An agreement of which a newspaper wrote.</summary>
    public static JsonObject Initiative(string hromada, string partner) => Parse(
        $$"""
        {
          "hromada": "{{hromada}}", "partner": { "code": "{{partner}}" },
          "kind": "twin_town", "programme": "bilateral", "status": "agreement_signed", "since": "2023-06-20",
          "source": { "name": "Testavisa", "address": "https://avis.example.org/sak?id=7", "date": "2023-06-21" }
        }
        """);

    public static JsonObject Contact(string email = "ivan.zrazok@example.org") => Parse(
        $$"""
        { "name": "Іван Зразок", "role": "голова", "email": "{{email}}", "phone": "+380 44 000 00 00", "language": "uk", "consent": true }
        """);

    /// <summary>Puts <paramref name="json"/> at a path such as "areas[0].level"; "(nothing)" removes the field.</summary>
    public static JsonObject With(this JsonObject body, string path, string json)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode at = body;
        foreach (var step in steps[..^1])
            at = step.StartsWith('[') ? at[Index(step)]! : at[step]!;
        if (steps[^1].StartsWith('['))
            at[Index(steps[^1])] = JsonNode.Parse(json);
        else if (json == "(nothing)")
            at.AsObject().Remove(steps[^1]);
        else
            at[steps[^1]] = JsonNode.Parse(json);
        return body;
    }

    private static int Index(string step) => int.Parse(step.Trim('[', ']'), CultureInfo.InvariantCulture);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
