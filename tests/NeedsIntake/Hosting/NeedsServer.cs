using System.Collections.Concurrent;
using Grpc.Net.Client;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.NeedsIntake;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>What a test wants to be different.</summary>
public sealed record NeedsServerOptions
{
    /// <summary>False: nobody listens where registry should be.</summary>
    public bool RegistryRuns { get; init; } = true;

    /// <summary>False: events stay in the outbox, where they can be counted.</summary>
    public bool MatchingRuns { get; init; } = true;
}

/// <summary>The real host on real ports, with a real database of its own; registry and matching are peers at its contracts.</summary>
public sealed partial class NeedsServer : NeedsCaller, IAsyncDisposable
{
    private static readonly TemplateDatabase Template = new("needs", MigrateAsync);

    private readonly WebApplication _app;
    private readonly Ports _ports;
    private readonly GrpcChannel _channel;
    private readonly ConcurrentBag<GrpcChannel> _channels = [];
    private RegistryPeer? _registry;

    private readonly TestIssuer _issuer;

    private NeedsServer(TestDatabase database, FakeTimeProvider clock, Ports ports, TestIssuer issuer)
    {
        _app = Build(database.ConnectionString, ports, clock, Hub, issuer);
        _ports = ports;
        _issuer = issuer;
        Database = database;
        Clock = clock;
        Http = ClientWith(issuer.Staff(Coordinator, StaffRole.AucCoordinator));
        _channel = GrpcChannel.ForAddress(
            $"http://127.0.0.1:{ports.Grpc}",
            new GrpcChannelOptions { HttpHandler = new BearerToken(issuer.Service(AccessPolicies.SnapshotRead)) });
    }

    /// <summary>AUC's, who may write needs and verify them.</summary>
    public override HttpClient Http { get; }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Where services of this process find each other.</summary>
    public InProcessHub Hub { get; } = new();

    public RecordingInbox Matching { get; } = new();

    public RecordingInbox Notification { get; } = new();

    /// <summary>The account of most requests.</summary>
    public Guid Coordinator { get; } = Guid.CreateVersion7();

    /// <summary>Where the service looks for registry's gRPC.</summary>
    public int RegistryPort => _ports.Registry;

    public IServiceProvider Services => _app.Services;

    /// <summary>It is half past midnight of 23 November in Kyiv, and still 22 November in UTC.</summary>
    public static DateTimeOffset Start => new(2026, 11, 22, 22, 30, 0, TimeSpan.Zero);

    public static async Task<NeedsServer> StartAsync(NeedsServerOptions? options = null)
    {
        options ??= new NeedsServerOptions();
        var database = await Template.CloneAsync();
        var clock = new FakeTimeProvider(Start);
        var ports = new Ports(FreePort.Next(), FreePort.Next(), FreePort.Next());
        var server = new NeedsServer(database, clock, ports, await TestIssuer.GetAsync());
        if (options.MatchingRuns)
            server.Hub.Join("matching", server.Matching);
        server.Hub.Join("notification", server.Notification);
        if (options.RegistryRuns)
            await server.StartRegistryAsync();
        await server._app.StartAsync();
        if (options.RegistryRuns)
            await server.DirectoryIsReadAsync();
        return server;
    }

    public async Task StartRegistryAsync() =>
        _registry = await RegistryPeer.StartAsync(_ports.Registry, Places.Areas, Places.Municipalities);

    public Task DirectoryIsReadAsync() =>
        Until.TrueAsync(async () => await Database.ScalarAsync<long>("select count(*) from directory_bootstrap") == 1);

    /// <summary>Brings an event as the bus would.</summary>
    public Task HearAsync(MunicipalityChanged municipality) => HearAsync(MunicipalityChanged.MessageName, municipality);

    /// <inheritdoc cref="HearAsync(MunicipalityChanged)"/>
    public Task HearAsync(AreaChanged area) => HearAsync(AreaChanged.MessageName, area);

    /// <inheritdoc cref="HearAsync(MunicipalityChanged)"/>
    public Task HearAsync(PartnershipChanged partnership) => HearAsync(PartnershipChanged.MessageName, partnership);

    /// <inheritdoc cref="HearAsync(MunicipalityChanged)"/>
    public Task HearAsync(OrganisationChanged organisation) => HearAsync(OrganisationChanged.MessageName, organisation);

    /// <summary>A person with <paramref name="roles"/>.</summary>
    public NeedsClient Staff(params string[] roles) => new(ClientWith(_issuer.Staff(roles)));

    /// <summary>A new partner organisation's client that acts for these hromadas, with the scopes to read and write needs.</summary>
    public async Task<NeedsClient> PartnerAsync(params MunicipalityChanged[] actsFor)
    {
        var organisation = Guid.CreateVersion7();
        await HearAsync(new OrganisationChanged(organisation, 1, "Partner", [.. actsFor.Select(hromada => hromada.Code)], Active: true));
        return Partner(organisation, AccessPolicies.NeedsRead, AccessPolicies.NeedsWrite);
    }

    /// <summary>A client of <paramref name="organisation"/> with <paramref name="scopes"/>.</summary>
    public NeedsClient Partner(Guid organisation, params string[] scopes) => new(ClientWith(_issuer.Partner(organisation, scopes)));

    /// <summary>Somebody without a token.</summary>
    public NeedsClient Stranger() => new(ClientWith(null));

    /// <summary>All that the snapshot says.</summary>
    public async Task<IReadOnlyList<NeedVerified>> SnapshotAsync()
    {
        var needs = new List<NeedVerified>();
        using var call = new Contracts.Needs.V1.Needs.NeedsClient(_channel).StreamVerified(new StreamVerifiedRequest());
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            needs.Add(call.ResponseStream.Current.ToMessage());
        return needs;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _channel.Dispose();
        foreach (var channel in _channels)
            channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_registry is not null)
            await _registry.DisposeAsync();
        await Database.DisposeAsync();
    }

    private Task HearAsync(string name, object message) => _app.Services.GetRequiredService<IMessageInbox>().DeliverAsync(
        new Envelope(Guid.CreateVersion7(), name, message, Clock.GetUtcNow(), null), CancellationToken.None);

    private HttpClient ClientWith(string? token) => BearerToken.ClientOf($"http://127.0.0.1:{_ports.Http}", token);

    private static async Task MigrateAsync(string database)
    {
        var issuer = await TestIssuer.GetAsync();
        await using var app = Build(database, new Ports(0, 0, 0), new FakeTimeProvider(Start), new InProcessHub(), issuer);
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
    }

    private static WebApplication Build(string database, Ports ports, FakeTimeProvider clock, InProcessHub hub, TestIssuer issuer) =>
        NeedsIntakeHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>(issuer.SettingsFor("NeedsIntake"))
            {
                ["NeedsIntake:Database"] = database,
                ["NeedsIntake:Listen:Http"] = $"http://127.0.0.1:{ports.Http}",
                ["NeedsIntake:Listen:Grpc"] = $"http://127.0.0.1:{ports.Grpc}",
                ["NeedsIntake:Services:Registry"] = $"http://127.0.0.1:{ports.Registry}",
                ["NeedsIntake:Messaging:Transport"] = "in-process",
            }),
            ConfigureServices = services =>
                services.AddSingleton<TimeProvider>(clock).AddSingleton(hub).RemoveAll<ILoggerProvider>(),
        });

    private sealed record Ports(int Http, int Grpc, int Registry);
}
