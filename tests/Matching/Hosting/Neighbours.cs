using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.NeedsIntake;
using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>Registry and needs-intake themselves, with databases of their own, in this process.</summary>
internal sealed class Neighbours : IAsyncDisposable
{
    private readonly List<(WebApplication App, TestDatabase Database, HttpClient Http)> _hosts = [];
    private readonly InProcessHub _hub = new();

    private HttpClient Registry => _hosts[0].Http;

    private HttpClient Needs => _hosts[1].Http;

    /// <summary>Starts both, with gRPC on these ports; what they tell matching goes to <paramref name="matching"/>.</summary>
    public static async Task<Neighbours> StartAsync(int registry, int needs, IMessageInbox matching)
    {
        var neighbours = new Neighbours();
        neighbours._hub.Join("matching", matching);
        neighbours._hub.Join("notification", new ForwardingInbox());
        await neighbours.StartAsync("Registry", registry, RegistryHost.Build, []);
        await neighbours.StartAsync(
            "NeedsIntake", needs, NeedsIntakeHost.Build, new() { ["NeedsIntake:Services:Registry"] = $"http://127.0.0.1:{registry}" });
        return neighbours;
    }

    public Task<JsonObject> PutMunicipalityAsync(JsonObject body, long? seen = null) =>
        SendAsync(Registry, HttpMethod.Put, $"municipalities/{(string?)body["code"]}", body, seen);

    public Task<JsonObject> OfferAsync(JsonObject body) => SendAsync(Registry, HttpMethod.Post, "offers", body);

    public Task<JsonObject> WithdrawOfferAsync(JsonObject offer) =>
        SendAsync(Registry, HttpMethod.Post, $"offers/{(string?)offer["id"]}/withdraw", [], (long)offer["version"]!);

    /// <summary>Records that a supplier helps a hromada.</summary>
    public Task<JsonObject> RecordInitiativeAsync(JsonObject body) => SendAsync(Registry, HttpMethod.Post, "initiatives", body);

    public Task<JsonObject> WithdrawInitiativeAsync(JsonObject initiative) =>
        SendAsync(Registry, HttpMethod.Post, $"initiatives/{(string?)initiative["id"]}/withdraw", [], (long)initiative["version"]!);

    /// <summary>Submits a need and has it verified.</summary>
    public async Task<JsonObject> VerifiedNeedAsync(JsonObject body)
    {
        JsonObject? need = null;
        await Eventually.TrueAsync(async () => (need = await TrySubmitAsync(body)) is not null, "needs-intake knows the hromada");
        return await SendAsync(Needs, HttpMethod.Post, $"needs/{(string?)need!["id"]}/verify", new JsonObject { ["method"] = "call" }, (long)need["version"]!);
    }

    public Task<JsonObject> WithdrawNeedAsync(JsonObject need) =>
        SendAsync(Needs, HttpMethod.Post, $"needs/{(string?)need["id"]}/withdraw", [], (long)need["version"]!);

    /// <summary>Returns when everything that was stored has been told.</summary>
    public Task UntilAllIsToldAsync() => Eventually.TrueAsync(
        async () =>
        {
            foreach (var host in _hosts)
                if (await host.Database.ScalarAsync<long>("select count(*) from outbox") > 0)
                    return false;
            return true;
        },
        "the outboxes are empty");

    public async ValueTask DisposeAsync()
    {
        foreach (var (app, database, http) in Enumerable.Reverse(_hosts))
        {
            http.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    private async Task StartAsync(
        string section, int grpc, Func<ServiceHostOptions, WebApplication> build, Dictionary<string, string?> more)
    {
        var database = await PostgresServer.CreateDatabaseAsync("neighbour");
        var issuer = await TestIssuer.GetAsync();
        var app = build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>(issuer.SettingsFor(section).Concat(more))
            {
                [$"{section}:Database"] = database.ConnectionString,
                [$"{section}:Listen:Http"] = "http://127.0.0.1:0",
                [$"{section}:Listen:Grpc"] = $"http://127.0.0.1:{grpc}",
                [$"{section}:Messaging:Transport"] = "in-process",
            }),
            ConfigureServices = services => services.AddSingleton(_hub).RemoveAll<ILoggerProvider>(),
        });
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
        await app.StartAsync();
        var coordinator = issuer.Staff(StaffRole.KsCoordinator, StaffRole.AucCoordinator);
        _hosts.Add((app, database, BearerToken.ClientOf($"{app.Urls.First()}/api/v1/", coordinator)));
    }

    private async Task<JsonObject?> TrySubmitAsync(JsonObject body)
    {
        using var answer = await Needs.PostAsJsonAsync(new Uri("needs", UriKind.Relative), body);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject() : null;
    }

    private static async Task<JsonObject> SendAsync(HttpClient http, HttpMethod method, string path, JsonObject body, long? seen = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (seen is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
