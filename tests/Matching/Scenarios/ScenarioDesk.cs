using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Scenarios;

/// <summary>What coordinators do with scenarios by REST.</summary>
internal static class ScenarioDesk
{
    public static JsonObject Pin(MunicipalityChanged supplier, NeedVerified need, int? quarters = null)
    {
        var pin = new JsonObject { ["supplier"] = supplier.Code, ["needId"] = $"{need.NeedId}" };
        if (quarters is not null)
            pin["quarters"] = quarters;
        return pin;
    }

    public static JsonObject Ban(MunicipalityChanged supplier, MunicipalityChanged hromada) =>
        new() { ["supplier"] = supplier.Code, ["hromada"] = hromada.Code, ["reason"] = "The council said no." };

    /// <summary>A scenario with these pins and bans, and the numbers of the built-in one.</summary>
    public static JsonObject Scenario(IEnumerable<JsonObject>? pins = null, IEnumerable<JsonObject>? bans = null) => new()
    {
        ["name"] = "A second look",
        ["pins"] = new JsonArray([.. pins ?? []]),
        ["bans"] = new JsonArray([.. bans ?? []]),
    };

    public static async Task<JsonObject> CreateAsync(this MatchingServer server, JsonObject scenario) =>
        (await server.PostAsync("scenarios", scenario.ToJsonString())).Expect(HttpStatusCode.Created).Body;

    public static async Task<JsonObject> PutInForceAsync(this MatchingServer server, JsonObject scenario) =>
        (await server.SendAsync(HttpMethod.Post, $"scenarios/{(string)scenario["id"]!}/put-in-force", null, seen: (long)scenario["version"]!))
        .Expect(HttpStatusCode.OK).Body;

    /// <summary>The run by a scenario, once it has this status.</summary>
    public static async Task<JsonObject> RunByAsync(this MatchingServer server, string? scenario, bool whatIf = false, string status = "completed")
    {
        var asked = (await server.PostAsync("matching-runs", new JsonObject { ["scenario"] = scenario, ["whatIf"] = whatIf }.ToJsonString()))
            .Expect(HttpStatusCode.Accepted);
        return await server.UntilAsync((Guid)asked.Body["id"]!, status);
    }

    /// <summary>The codes of who would help whom.</summary>
    public static async Task<IReadOnlyList<(string Supplier, string Hromada)>> PairsAsync(this MatchingServer server, JsonObject run) =>
    [
        .. (await server.GetPlanAsync((Guid)run["id"]!)).Expect(HttpStatusCode.OK).Body["matches"]!.AsArray()
            .Select(match => ((string)match!["supplier"]!["code"]!, (string)match["need"]!["hromada"]!["code"]!)),
    ];

    /// <summary>Each broken rule as "field code".</summary>
    public static IReadOnlyList<string> Faults(this Answer answer) =>
    [
        .. answer.Expect(HttpStatusCode.BadRequest).Body["errors"]!.AsArray()
            .Select(error => $"{(string)error!["field"]!} {(string)error["code"]!}"),
    ];
}
