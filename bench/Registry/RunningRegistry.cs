using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Client;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RegistryClient = Kommunebro.Contracts.Registry.V1.Registry.RegistryClient;

namespace Kommunebro.Bench.Registry;

/// <summary>The whole service as it is run, on loopback, with a database of its own; only its neighbours hear nothing.</summary>
internal sealed class RunningRegistry : IAsyncDisposable
{
    private readonly BenchIssuer _issuer;
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private RunningRegistry(BenchIssuer issuer, WebApplication app, string database)
    {
        (_issuer, _app) = (issuer, app);
        Database = new NpgsqlSlimDataSourceBuilder(database).EnableArrays().Build();
        var addresses = app.Urls.ToList();
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(addresses[0]), Timeout = TimeSpan.FromMinutes(5) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Coordinator);
        _channel = GrpcChannel.ForAddress(addresses[1]);
        Grpc = new RegistryClient(_channel);
        AsReadModel = new Metadata { { "authorization", $"Bearer {issuer.ReadModel}" } };
    }

    /// <summary>Past the service's door.</summary>
    public NpgsqlDataSource Database { get; }

    /// <summary>A coordinator's.</summary>
    public HttpClient Http { get; }

    public RegistryClient Grpc { get; }

    /// <summary>Says that a read model asks.</summary>
    public Metadata AsReadModel { get; }

    /// <summary>Makes its tables in an empty database, and starts.</summary>
    public static async Task<RunningRegistry> StartAsync(string database)
    {
        var issuer = await BenchIssuer.StartAsync();
        var hub = new InProcessHub();
        foreach (var neighbour in new[] { "needs-intake", "matching", "notification" })
            hub.Join(neighbour, new Deaf());
        var app = RegistryHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>(issuer.Settings)
            {
                ["Registry:Database"] = database,
                ["Registry:Listen:Http"] = "http://127.0.0.1:0",
                ["Registry:Listen:Grpc"] = "http://127.0.0.1:0",
                ["Registry:Messaging:Transport"] = "in-process",
            }),
            ConfigureServices = services => services.AddSingleton(hub).AddLogging(logging => logging.ClearProviders()),
        });
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
        await app.StartAsync();
        return new RunningRegistry(issuer, app, database);
    }

    /// <summary>Runs one statement.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The text that one query finds.</summary>
    public async Task<string> ScalarAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _channel.Dispose();
        await _app.DisposeAsync();
        await _issuer.DisposeAsync();
        await Database.DisposeAsync();
    }

    private sealed class Deaf : IMessageInbox
    {
        public Task DeliverAsync(Envelope envelope, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
