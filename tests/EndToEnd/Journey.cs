using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>The main job, step by step, through the API alone.</summary>
internal sealed class Journey(IRunningPlatform platform) : IDisposable
{
    public const string Vennesla = "4223";
    public const string Lillesand = "4215";
    public const string Vyshnivetska = "UA61020050000098539";

    /// <summary>An area that nobody else offers, so that the outcome is certain beside any other data.</summary>
    public const string RuralDevelopment = "RUR";

    /// <summary>A coordinator of KS.</summary>
    public Door Ks { get; } = new(platform.Origin, platform.Tokens.Of(StaffRole.KsCoordinator));

    /// <summary>A coordinator of AUC.</summary>
    public Door Auc { get; } = new(platform.Origin, platform.Tokens.Of(StaffRole.AucCoordinator));

    public void Dispose()
    {
        Ks.Dispose();
        Auc.Dispose();
    }

    public async Task RegisterBothSidesAsync()
    {
        await Ks.PutAsync($"municipalities/{Vennesla}", Municipality(
            Vennesla, "no", "municipality", "Vennesla", "Веннесла", "42", "Agder", "Агдер", "936846777", 15_772, 58.27, 7.97));
        await Ks.PutAsync($"municipalities/{Lillesand}", Municipality(
            Lillesand, "no", "municipality", "Lillesand", "Ліллесанн", "42", "Agder", "Агдер", null, 11_680, 58.25, 8.38));
        await Auc.PutAsync($"municipalities/{Vyshnivetska}", Municipality(
            Vyshnivetska, "ua", "hromada", "Vyshnivetska", "Вишнівецька", "61", "Ternopilska", "Тернопільська", null, 17_267, 49.9, 25.75));
    }

    public Task<JsonObject> OfferAsync(string municipality = Vennesla, int level = 3) => Ks.PostAsync("offers", Offer(municipality, level));

    /// <summary>States a need, as AUC on the hromada's behalf or as <paramref name="by"/>.</summary>
    public Task<Guid> SubmitNeedAsync(string title = "Підтримка сільських підприємців", Door? by = null) => SubmitAsync(Need(title), by);

    /// <inheritdoc cref="SubmitNeedAsync" />
    public async Task<Guid> SubmitAsync(JsonObject need, Door? by = null)
    {
        // Intake hears of the hromada, and for whom a client acts, by events, a moment after their owners know it.
        for (var attempt = 0; ; attempt++)
        {
            var (status, body) = await (by ?? Auc).TryPostAsync("needs", need);
            if (status == HttpStatusCode.Created)
                return (Guid)body["id"]!;
            Assert.True(
                attempt < 600 && (string?)body["code"] is "unknown_municipality" or "unknown_area" or "directory_not_ready" or "temporarily_unavailable" or "invalid_fields",
                body.ToJsonString());
            await Task.Delay(100);
        }
    }

    public async Task VerifyAsync(Guid need)
    {
        var seen = await Auc.GetAsync($"needs/{need}");
        await Auc.PostAsync($"needs/{need}/verify", new JsonObject { ["personDays"] = 30, ["method"] = "call" }, (long)seen["version"]!);
    }

    public Task UntilMatchingKnowsAsync(Guid need, string supplier = Vennesla, string hromada = Vyshnivetska) => Eventually.TrueAsync(
        async () => (await ShortlistAsync(hromada)).Any(pair => (Guid)pair["need"]!["id"]! == need && (string?)pair["supplier"]!["code"] == supplier),
        "matching knows the need and who could help");

    /// <summary>The pairs that the shortlist of the hromada proposes, without a run.</summary>
    public async Task<List<JsonNode>> ShortlistAsync(string hromada = Vyshnivetska)
    {
        var (status, body) = await Ks.TryGetAsync($"candidates?hromada={hromada}&lang=uk");
        return status == HttpStatusCode.OK
            ? [.. body!["candidates"]!.AsArray().SelectMany(candidate => candidate!["pairs"]!.AsArray()).Select(pair => pair!)]
            : [];
    }

    public async Task<Guid> StartRunAsync() => (Guid)(await Ks.PostAsync("matching-runs", []))["id"]!;

    public Task<JsonObject> RunAsync(Guid run) => Ks.GetAsync($"matching-runs/{run}");

    public async Task<JsonObject> PlanAsync(Guid run, string language)
    {
        await Eventually.TrueAsync(async () => (string?)(await RunAsync(run))["status"] is "completed" or "failed", "the run ended");
        return await Ks.GetAsync($"matching-runs/{run}/plan?lang={language}");
    }

    /// <summary>What a municipality offers.</summary>
    public static JsonObject Offer(string municipality = Vennesla, int level = 3, int personDays = 90, int maxPartnerships = 2) => new()
    {
        ["municipality"] = municipality,
        ["areas"] = new JsonArray(new JsonObject
        {
            ["area"] = RuralDevelopment,
            ["level"] = level,
            ["modes"] = new JsonArray("advice_remote", "expert_visit"),
        }),
        ["personDays"] = personDays,
        ["terms"] = new JsonArray("short", "long"),
        ["languages"] = new JsonArray("nb", "en"),
        ["maxPartnerships"] = maxPartnerships,
        ["travel"] = "ukraine_any",
        ["illustrative"] = true,
    };

    /// <summary>What a hromada states.</summary>
    public static JsonObject Need(string title) => new()
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

    /// <summary>A hromada of Ternopilska oblast, outside the war zone, as AUC registers it.</summary>
    public static JsonObject Hromada(string code, string latin, string cyrillic, int population, double latitude, double longitude) => Municipality(
        code, "ua", "hromada", latin, cyrillic, "61", "Ternopilska", "Тернопільська", null, population, latitude, longitude);

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
}
