using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>The registry service itself, with a database of its own, beside needs-intake in one process.</summary>
public sealed class RealRegistry : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private RealRegistry(TestDatabase database, WebApplication app, int port, TestIssuer issuer)
    {
        _database = database;
        _app = app;
        _http = BearerToken.ClientOf($"http://127.0.0.1:{port}/api/v1/", issuer.Staff(StaffRole.KsCoordinator));
    }

    public static async Task<RealRegistry> StartAsync(int grpcPort, InProcessHub hub)
    {
        var database = await PostgresServer.CreateDatabaseAsync("registry");
        var port = FreePort.Next();
        var issuer = await TestIssuer.GetAsync();
        var app = RegistryHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>(issuer.SettingsFor("Registry"))
            {
                ["Registry:Database"] = database.ConnectionString,
                ["Registry:Listen:Http"] = $"http://127.0.0.1:{port}",
                ["Registry:Listen:Grpc"] = $"http://127.0.0.1:{grpcPort}",
                ["Registry:Messaging:Transport"] = "in-process",
            }),
            ConfigureServices = services => services.AddSingleton(hub).RemoveAll<ILoggerProvider>(),
        });
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
        await app.StartAsync();
        return new RealRegistry(database, app, port, issuer);
    }

    /// <summary>Registers <paramref name="hromada"/>, or changes it when <paramref name="seen"/> says its version.</summary>
    public async Task PutAsync(MunicipalityChanged hromada, int? seen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"municipalities/{hromada.Code}", UriKind.Relative));
        request.Content = JsonContent.Create(new JsonObject
        {
            ["code"] = hromada.Code,
            ["country"] = "ua",
            ["kind"] = "hromada",
            ["names"] = new JsonObject { ["uk"] = hromada.Names.Uk, ["en"] = hromada.Names.En },
            ["region"] = new JsonObject
            {
                ["code"] = hromada.RegionCode,
                ["names"] = new JsonObject { ["uk"] = hromada.RegionNames.Uk },
            },
            ["territoryStatus"] = WireName.Of(hromada.TerritoryStatus),
            ["territoryCoverage"] = "full",
            ["category"] = hromada.Category is { } category ? WireName.Of(category) : null,
        });
        if (seen is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        using var response = await _http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
