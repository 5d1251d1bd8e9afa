using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.Registry.Initiatives;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Initiatives;

/// <summary>What callers do with initiatives.</summary>
internal static class Callers
{
    public const string Scopes = "initiatives.read initiatives.write registry.read";

    public static Task<Answer> TryAsync(this HttpClient caller, HttpMethod method, string path, JsonNode? body = null, long? seen = null) => RegistryServer.SendAsync(
        caller, method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), seen);

    public static async Task<InitiativeView> RecordAsync(this HttpClient caller, JsonObject body) =>
        (await caller.TryAsync(HttpMethod.Post, "initiatives", body)).As<InitiativeView>();

    public static async Task<IReadOnlyList<InitiativeView>> FindAsync(this HttpClient caller, string query = "") =>
        (await caller.TryAsync(HttpMethod.Get, $"initiatives?limit=200{query}")).As<Page<InitiativeView>>().Items;

    /// <summary>An initiative of staff for a hromada of the zone.</summary>
    public static async Task<InitiativeView> RecordForAsync(this RegistryServer registry, string status, string? category, string sensitivity = "partners")
    {
        var hromada = await registry.RegisterHromadaAsync(status, category);
        var partner = await registry.RegisterMunicipalityAsync();
        return await registry.Http.RecordAsync(Bodies.Initiative(hromada.Code, partner.Code).With("sensitivity", $"\"{sensitivity}\""));
    }

    /// <summary>Makes it known for as long as <paramref name="days"/> days.</summary>
    public static Task AgeAsync(this RegistryServer registry, Guid id, int days) => registry.Database.ScalarAsync<Guid>(
        $"update initiatives set (recorded_at, changed_at) = (recorded_at - interval '{days} days', changed_at - interval '{days} days') where id = '{id}' returning id");
}
