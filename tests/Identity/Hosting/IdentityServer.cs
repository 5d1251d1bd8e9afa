using Grpc.Net.Client;
using Kommunebro.Identity;
using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Keys;
using Kommunebro.Identity.Organisations;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.Identity.Hosting;

/// <summary>The real host on real ports, with a real database; the services' clients were applied when it was migrated.</summary>
public sealed partial class IdentityServer : IAsyncDisposable
{
    public const string Issuer = "https://kommunebro.test/";

    private static readonly TemplateDatabase Template = new("identity", MigrateAsync);
    private static readonly Lazy<string> SharedKeys = new(() => NewKeys());

    private readonly WebApplication _app;
    private readonly bool _ownsDatabase;

    private IdentityServer(TestDatabase database, bool ownsDatabase, string keys, DateTimeOffset? startsAt = null, Dictionary<string, string?>? more = null)
    {
        Clock = new FakeTimeProvider(startsAt ?? TimeProvider.System.GetUtcNow());
        (Database, _ownsDatabase) = (database, ownsDatabase);
        var (http, grpc) = (FreePort.Next(), FreePort.Next());
        _app = Build(database.ConnectionString, keys, services => services
            .PostConfigureAll<JwtBearerOptions>(options => options.TokenValidationParameters.CryptoProviderFactory = Checks)
            .AddSingleton<TimeProvider>(Clock).AddSingleton(Hub).RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Logs)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace)), http, grpc, more);
        Address = new Uri($"http://127.0.0.1:{http}/");
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        Grpc = GrpcChannel.ForAddress($"http://127.0.0.1:{grpc}");
        Hub.Join("matching", Neighbour);
        Hub.Join("notification", Notification);
        foreach (var other in (string[])["registry", "needs-intake"])
            Hub.Join(other, new RecordedMessages());
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public GrpcChannel Grpc { get; }

    public TestDatabase Database { get; }

    /// <summary>Starts now unless a test says otherwise, since others look at tokens by the real clock.</summary>
    public FakeTimeProvider Clock { get; }

    public InProcessHub Hub { get; } = new();

    /// <summary>How often a signature of a token was checked by the API.</summary>
    public CountedChecks Checks { get; } = new();

    /// <summary>Stands where matching stands.</summary>
    public RecordedMessages Neighbour { get; } = new();

    /// <summary>Stands where notification stands.</summary>
    public RecordedMessages Notification { get; } = new();

    public RecordedLogs Logs { get; } = new();

    /// <summary>The secret of a service's client.</summary>
    public static string SecretOf(string service) => $"a secret for the tests of {service}";

    /// <summary>A folder with one pair of keys.</summary>
    public static string NewKeys()
    {
        var folder = TemporaryFolder.Create("keys");
        SigningKeys.Create(folder, TimeProvider.System.GetUtcNow());
        return folder;
    }

    public static async Task<IdentityServer> StartAsync(
        string? keys = null, DateTimeOffset? startsAt = null, Dictionary<string, string?>? more = null)
    {
        var server = new IdentityServer(await Template.CloneAsync(), ownsDatabase: true, keys ?? SharedKeys.Value, startsAt, more);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A second replica, on the same database and with the same keys.</summary>
    public async Task<IdentityServer> StartReplicaAsync(string? keys = null)
    {
        var replica = new IdentityServer(Database, ownsDatabase: false, keys ?? SharedKeys.Value);
        await replica._app.StartAsync();
        return replica;
    }

    /// <summary>A host that is not started, for its commands and its way to start.</summary>
    public static WebApplication Build(
        string database, string? keys, Action<IServiceCollection>? services = null, int http = 0, int grpc = 0, Dictionary<string, string?>? more = null) =>
        IdentityHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Identity:Database"] = database,
                ["Identity:Listen:Http"] = $"http://127.0.0.1:{http}",
                ["Identity:Listen:Grpc"] = $"http://127.0.0.1:{grpc}",
                ["Identity:Access:Issuer"] = Issuer,
                ["Identity:Messaging:Transport"] = "in-process",
                ["Identity:Keys:Folder"] = keys,
            }.Concat(ServiceClient.All.Select(service => KeyValuePair.Create($"Identity:ServiceClients:{service.Id}:Secret", (string?)SecretOf(service.Id))))
                .Concat(more ?? []).GroupBy(setting => setting.Key).Select(given => given.Last())),
            ConfigureServices = services ?? (bare => bare.AddSingleton(new InProcessHub()).RemoveAll<ILoggerProvider>()),
        });

    /// <summary>Uses a service of the host, as the local mode does.</summary>
    public async Task<TResult> UseAsync<T, TResult>(Func<T, Task<TResult>> use)
        where T : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Grpc.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsDatabase)
            await Database.DisposeAsync();
    }

    private static async Task MigrateAsync(string database)
    {
        await using var app = Build(database, keys: null);
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
    }
}
