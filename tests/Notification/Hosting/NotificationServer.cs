using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.Notification;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.Notification.Hosting;

/// <summary>The real host on real ports, with a real database of its own; the services that it asks are peers at their contracts.</summary>
public sealed partial class NotificationServer : IAsyncDisposable
{
    private static readonly TemplateDatabase Template = new("notification", MigrateAsync);

    private readonly Dictionary<string, string?> _settings;
    private readonly int _http = FreePort.Next();
    private readonly int _grpc = FreePort.Next();
    private readonly int _neighbours = FreePort.Next();
    private WebApplication _app;
    private Neighbours? _running;

    private NotificationServer(TestDatabase database, TestIssuer issuer, Dictionary<string, string?> settings)
    {
        Database = database;
        Issuer = issuer;
        _settings = settings;
        _app = Build(_http, _grpc);
    }

    public TestDatabase Database { get; }

    public TestIssuer Issuer { get; }

    /// <summary>Begins now, since signatures carry the time and receivers look at it.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>Whom registry and identity know.</summary>
    public Neighbourhood World { get; } = new();

    /// <summary>A started server; <paramref name="settings"/> of the section Notification win over those of tests.</summary>
    public static async Task<NotificationServer> StartAsync(Dictionary<string, string?>? settings = null, bool neighboursRun = true)
    {
        var server = new NotificationServer(await Template.CloneAsync(), await TestIssuer.GetAsync(), settings ?? []);
        if (neighboursRun)
            await server.StartNeighboursAsync();
        await server._app.StartAsync();
        foreach (var place in Places.All)
            await server.HearAsync(MunicipalityChanged.MessageName, place);
        return server;
    }

    public async Task StartNeighboursAsync() => _running = await Neighbours.StartAsync(_neighbours, World);

    /// <summary>Stops the host and starts it with other settings, on the same database.</summary>
    public async Task RestartAsync(Dictionary<string, string?> settings)
    {
        await StopAppAsync(_app);
        foreach (var (key, value) in settings)
            _settings[key] = value;
        _app = Build(_http, _grpc);
        await _app.StartAsync();
    }

    /// <summary>A second replica on the same database; the caller stops it.</summary>
    public async Task<WebApplication> StartReplicaAsync()
    {
        var replica = Build(FreePort.Next(), FreePort.Next());
        await replica.StartAsync();
        return replica;
    }

    /// <summary>Brings an event as the bus would; the same id is a copy.</summary>
    public Task HearAsync(string name, object message, Guid? id = null) => _app.Services.GetRequiredService<IMessageInbox>().DeliverAsync(
        new Envelope(id ?? Guid.CreateVersion7(), name, message, Clock.GetUtcNow(), null), CancellationToken.None);

    /// <summary>An organisation acts for municipalities.</summary>
    public Task ActForAsync(Guid organisation, params string[] codes) =>
        HearAsync(OrganisationChanged.MessageName, new OrganisationChanged(organisation, 1, "Example", codes, Active: true));

    /// <summary>Somebody to write to in a municipality.</summary>
    public void AddContact(Guid municipality, string name, string email, string language, bool consented = true)
    {
        var contacts = World.Contacts.GetOrAdd(municipality.ToString(), _ => []);
        contacts.Add(new Contact
        {
            ContactId = $"{Guid.CreateVersion7()}", Name = name, Email = email, Language = language, Role = "ordfører", Consented = consented,
        });
    }

    /// <summary>Somebody with a role.</summary>
    public StaffAccount AddStaff(string name, string email, string language, params string[] roles)
    {
        var account = new StaffAccount { AccountId = $"{Guid.CreateVersion7()}", Name = name, Email = email, Language = language };
        World.EmailsAtLink[account.AccountId] = email;
        foreach (var role in roles)
            World.Staff.GetOrAdd(role, _ => []).Add(account);
        return account;
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await StopAppAsync(_app);
        if (_running is not null)
            await _running.DisposeAsync();
        await Database.DisposeAsync();
    }

    public static async Task StopAppAsync(WebApplication app)
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private WebApplication Build(int http, int grpc) => Build(Database.ConnectionString, new Dictionary<string, string?>(Issuer.SettingsFor("Notification"))
    {
        ["Notification:Listen:Http"] = $"http://127.0.0.1:{http}",
        ["Notification:Listen:Grpc"] = $"http://127.0.0.1:{grpc}",
        ["Notification:Services:Registry"] = $"http://127.0.0.1:{_neighbours}",
        ["Notification:Services:Matching"] = $"http://127.0.0.1:{_neighbours}",
        ["Notification:Services:IdentityGrpc"] = $"http://127.0.0.1:{_neighbours}",
        ["Notification:Webhooks:AllowLoopback"] = "true",
        ["Notification:Smtp:Tls"] = "none",
        ["Notification:Sender:PollInterval"] = "00:00:00.050",
        ["Notification:Sender:GatherUnmatched"] = "00:00:00",
    }, _settings, Clock);

    private static WebApplication Build(
        string database, Dictionary<string, string?> settings, Dictionary<string, string?> more, TimeProvider clock) =>
        NotificationHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = configuration => configuration
                .AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["Notification:Database"] = database,
                    ["Notification:Access:ClientSecret"] = "test",
                    ["Notification:Messaging:Transport"] = "in-process",
                    ["Notification:Messaging:Attempts"] = "1",
                })
                .AddInMemoryCollection(settings)
                .AddInMemoryCollection(more),
            ConfigureServices = services =>
                services.AddSingleton(clock).AddSingleton(new InProcessHub()).RemoveAll<ILoggerProvider>(),
        });

    private static async Task MigrateAsync(string database)
    {
        await using var app = Build(database, new Dictionary<string, string?>
        {
            ["Notification:Listen:Http"] = "http://127.0.0.1:0",
            ["Notification:Listen:Grpc"] = "http://127.0.0.1:0",
        }, [], TimeProvider.System);
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
    }
}
