using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>The main job, step by step, through the API alone.</summary>
internal sealed class Journey(IRunningPlatform platform)
{
    public const string Vennesla = "4223";
    public const string Vyshnivetska = "UA61020050000098539";

    /// <summary>An area that nobody else offers, so that the outcome is certain beside any other data.</summary>
    public const string RuralDevelopment = "RUR";

    public async Task RegisterBothSidesAsync()
    {
        await PutAsync(platform.Registry, $"/api/v1/municipalities/{Vennesla}", Municipality(
            Vennesla, "no", "municipality", "Vennesla", "Веннесла", "42", "Agder", "Агдер", "936846777", 15_772, 58.27, 7.97));
        await PutAsync(platform.Registry, $"/api/v1/municipalities/{Vyshnivetska}", Municipality(
            Vyshnivetska, "ua", "hromada", "Vyshnivetska", "Вишнівецька", "61", "Ternopilska", "Тернопільська", null, 17_267, 49.9, 25.75));
    }

    public Task OfferAsync() => PostAsync(platform.Registry, "/api/v1/offers", new JsonObject
    {
        ["municipality"] = Vennesla,
        ["areas"] = new JsonArray(new JsonObject
        {
            ["area"] = RuralDevelopment,
            ["level"] = 3,
            ["modes"] = new JsonArray("advice_remote", "expert_visit"),
        }),
        ["personDays"] = 90,
        ["terms"] = new JsonArray("short", "long"),
        ["languages"] = new JsonArray("nb", "en"),
        ["maxPartnerships"] = 2,
        ["travel"] = "ukraine_any",
        ["illustrative"] = true,
    });

    public async Task<(Guid Id, EntityTagHeaderValue ETag)> SubmitNeedAsync(string title = "Підтримка сільських підприємців")
    {
        // Intake hears of the hromada by an event, a moment after registry has it.
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await platform.NeedsIntake.PostAsJsonAsync("/api/v1/needs", Need(title));
            if (answer.StatusCode == HttpStatusCode.Created)
                return ((Guid)(await BodyAsync(answer))["id"]!, answer.Headers.ETag!);
            var problem = await BodyAsync(answer);
            Assert.True(attempt < 300 && (string?)problem["code"] is "unknown_municipality" or "unknown_area" or "directory_not_ready" or "invalid_fields", problem.ToJsonString());
            await Task.Delay(100);
        }
    }

    public async Task VerifyAsync((Guid Id, EntityTagHeaderValue ETag) need)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/needs/{need.Id}/verify")
        {
            Content = JsonContent.Create(new JsonObject { ["personDays"] = 30 }),
        };
        request.Headers.IfMatch.Add(need.ETag);
        using var answer = await platform.NeedsIntake.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task UntilMatchingKnowsAsync(Guid needId) => await Eventually.TrueAsync(
        async () => (await ShortlistAsync()).Any(pair => (Guid)pair["need"]!["id"]! == needId), "matching knows the need");

    /// <summary>The pairs that the shortlist of the hromada proposes, without a run.</summary>
    public async Task<List<JsonNode>> ShortlistAsync()
    {
        using var answer = await platform.Matching.GetAsync(new Uri($"/api/v1/candidates?hromada={Vyshnivetska}&lang=uk", UriKind.Relative));
        if (!answer.IsSuccessStatusCode)
            return [];
        return [.. (await BodyAsync(answer))["candidates"]!.AsArray().SelectMany(candidate => candidate!["pairs"]!.AsArray()).Select(pair => pair!)];
    }

    public async Task<Guid> StartRunAsync()
    {
        using var answer = await platform.Matching.PostAsync(new Uri("/api/v1/matching-runs", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (Guid)(await BodyAsync(answer))["id"]!;
    }

    public async Task<JsonObject> RunAsync(Guid run)
    {
        using var answer = await platform.Matching.GetAsync(new Uri($"/api/v1/matching-runs/{run}", UriKind.Relative));
        return await BodyAsync(answer);
    }

    public async Task<JsonObject> PlanAsync(Guid run, string language)
    {
        await Eventually.TrueAsync(async () => (string?)(await RunAsync(run))["status"] is "completed" or "failed", "the run ended");
        using var answer = await platform.Matching.GetAsync(new Uri($"/api/v1/matching-runs/{run}/plan?lang={language}", UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await BodyAsync(answer);
    }

    private static JsonObject Need(string title) => new()
    {
        ["municipality"] = Vyshnivetska,
        ["title"] = new JsonObject { ["uk"] = title },
        ["area"] = RuralDevelopment,
        ["horizon"] = "medium",
        ["urgency"] = 2,
        ["desiredModes"] = new JsonArray("advice_remote"),
        ["effortBand"] = "medium",
        ["languages"] = new JsonArray("uk", "en"),
        ["sensitivity"] = "partners",
        ["illustrative"] = true,
    };

    private static JsonObject Municipality(
        string code, string country, string kind, string latin, string cyrillic, string region, string regionLatin, string regionCyrillic,
        string? organisationNumber, int population, double latitude, double longitude) => new()
    {
        ["code"] = code,
        ["country"] = country,
        ["kind"] = kind,
        ["names"] = new JsonObject { ["nb"] = latin, ["uk"] = cyrillic, ["en"] = latin },
        ["region"] = new JsonObject
        {
            ["code"] = region,
            ["names"] = new JsonObject { ["nb"] = regionLatin, ["uk"] = regionCyrillic, ["en"] = regionLatin },
        },
        ["organisationNumber"] = organisationNumber,
        ["population"] = population,
        ["populationYear"] = country == "no" ? 2026 : 2022,
        ["latitude"] = latitude,
        ["longitude"] = longitude,
        ["territoryStatus"] = "none",
        ["territoryCoverage"] = "full",
        ["category"] = country == "ua" ? "outside_war_zone" : null,
    };

    private static async Task PutAsync(HttpClient http, string path, JsonObject body)
    {
        using var answer = await http.PutAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task PostAsync(HttpClient http, string path, JsonObject body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
}
