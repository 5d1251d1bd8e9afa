using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Identity.Clients;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>The partner organisations of the walk, and their clients.</summary>
internal sealed class Organisations(IRunningPlatform platform) : IDisposable
{
    private readonly Dictionary<string, Door> _doors = [];
    private readonly Dictionary<string, (string ClientId, string Secret)> _clients = [];

    /// <summary>The hromadas' organisation.</summary>
    public string OwnerId { get; private set; } = "";

    /// <summary>Its client, by its id in the API.</summary>
    public string OwnerClientId { get; private set; } = "";

    /// <summary>What nobody may be told.</summary>
    public IEnumerable<string> Secrets => _clients.Values.Select(client => client.Secret);

    /// <summary>The OAuth client id of the hromadas' organisation.</summary>
    public string OwnerOAuthId => _clients["owner"].ClientId;

    /// <summary>Who has which scopes, by the tables' names of the organisations.</summary>
    public static IReadOnlyDictionary<string, (string Organisation, IReadOnlyList<string> Scopes)> Clients { get; } =
        new Dictionary<string, (string, IReadOnlyList<string>)>
        {
            ["owner"] = ("owner", ClientRequest.PartnerScopes),
            ["supplier"] = ("supplier", ClientRequest.PartnerScopes),
            ["other"] = ("other", ClientRequest.PartnerScopes),
            ["owner with registry.read alone"] = ("owner", ["registry.read"]),
            ["owner with webhooks.manage alone"] = ("owner", ["webhooks.manage"]),
        };

    /// <summary>The API as an organisation's client with all scopes sees it.</summary>
    public Door Of(string organisation) => _doors[organisation];

    /// <summary>By what a client gets its tokens.</summary>
    public (string ClientId, string Secret) CredentialsOf(string client) => _clients[client];

    /// <summary>A new token of a client.</summary>
    public Task<string> TokenAsync(string client) => Door.TokenOfClientAsync(platform.Origin, _clients[client].ClientId, _clients[client].Secret);

    public async Task MakeAsync()
    {
        using var administrator = new Door(platform.Origin, platform.Tokens.Of(StaffRole.Administrator));
        var ids = new Dictionary<string, string>
        {
            ["owner"] = await OrganisationAsync(
                administrator, "Hromadas", Journey.Vyshnivetska, Seed.Lanovetska, Seed.Kremenetska, Seed.Velykodederkalska, Seed.Zolochivska),
            ["supplier"] = await OrganisationAsync(administrator, "Supplier", Journey.Vennesla),
            ["other"] = await OrganisationAsync(administrator, "Stranger", Seed.Sarpsborg, Seed.Kosivska),
        };
        OwnerId = ids["owner"];
        foreach (var (name, (organisation, scopes)) in Clients)
            await ClientAsync(administrator, name, ids[organisation], scopes);
    }

    public void Dispose()
    {
        foreach (var door in _doors.Values)
            door.Dispose();
    }

    private static async Task<string> OrganisationAsync(Door administrator, string name, params string[] codes) =>
        $"{(await administrator.PostAsync("organisations", new JsonObject { ["name"] = name, ["municipalities"] = Array(codes) }))["id"]}";

    private async Task ClientAsync(Door administrator, string name, string organisation, IReadOnlyList<string> scopes)
    {
        var made = await administrator.PostAsync($"organisations/{organisation}/clients", new JsonObject { ["name"] = name, ["scopes"] = Array(scopes) });
        _clients[name] = ($"{made["client"]!["clientId"]}", $"{made["secret"]}");
        if (name == "owner")
            OwnerClientId = $"{made["client"]!["id"]}";
        if (Clients[name].Organisation == name)
            _doors[name] = new Door(platform.Origin, await TokenAsync(name));
    }

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
