using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>The real host on real ports and a real database; events come to its inbox as the bus would bring them.</summary>
internal sealed partial class MatchingServer : IAsyncDisposable
{
    /// <summary>How long its workers hold a run without a sign of life.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);

    private static readonly TemplateDatabase Template = new("matching", MigrateAsync);

    private readonly WebApplication _app;
    private readonly bool _ownsDatabase;
    private bool _stopped;

    private readonly TestIssuer _issuer;

    private MatchingServer(TestDatabase database, MatchingServerOptions options, TestIssuer issuer)
    {
        Database = database;
        Clock = options.Clock ?? new FakeTimeProvider(Start);
        _ownsDatabase = options.Database is null;
        _issuer = issuer;
        _app = Build(database.ConnectionString, options, Clock, Logs, issuer);
    }

    /// <summary>Half past midnight of 23 November in Oslo, and still 22 November in UTC.</summary>
    public static DateTimeOffset Start => new(2026, 11, 22, 23, 30, 0, TimeSpan.Zero);

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    public RecordedLogs Logs { get; } = new();

    /// <summary>KS's, who may start runs and read them.</summary>
    public HttpClient Http { get; private set; } = null!;

    public static async Task<MatchingServer> StartAsync(MatchingServerOptions? options = null)
    {
        options ??= new MatchingServerOptions();
        var database = options.Database ?? await Template.CloneAsync();
        if (options.OwnersAreRead)
            await database.ScalarAsync<int>(
                "insert into bootstraps (owner, at) values ('registry', now()), ('needs', now()) on conflict do nothing");
        var server = new MatchingServer(database, options, await TestIssuer.GetAsync());
        await server._app.StartAsync();
        server.Http = server.ClientWith(server._issuer.Staff(StaffRole.KsCoordinator));
        return server;
    }

    /// <summary>Brings an event as the bus would.</summary>
    public Task HearAsync(Envelope envelope) =>
        _app.Services.GetRequiredService<IMessageInbox>().DeliverAsync(envelope, CancellationToken.None);

    /// <summary>Brings these events, one after the other.</summary>
    public async Task HearAsync(params IEnumerable<object> messages)
    {
        foreach (var message in messages)
            await HearAsync(new Envelope(Guid.CreateVersion7(), NameOf(message), message, Clock.GetUtcNow(), null));
    }

    /// <summary>Stops it in an orderly way; what it holds in the database stays.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        if (_ownsDatabase)
            await Database.DisposeAsync();
    }

    /// <summary>Where gRPC is spoken.</summary>
    public string GrpcAddress => _app.Urls.Last();

    public HttpClient ClientWith(string? token) => BearerToken.ClientOf(_app.Urls.First(), token);

    /// <summary>A client of a person with <paramref name="roles"/>.</summary>
    public HttpClient Staff(params string[] roles) => ClientWith(_issuer.Staff(roles));

    private static string NameOf(object message) => message switch
    {
        AreaChanged => AreaChanged.MessageName,
        MunicipalityChanged => MunicipalityChanged.MessageName,
        OfferChanged => OfferChanged.MessageName,
        InitiativeChanged => InitiativeChanged.MessageName,
        NeedVerified => NeedVerified.MessageName,
        NeedWithdrawn => NeedWithdrawn.MessageName,
        OrganisationChanged => OrganisationChanged.MessageName,
        _ => throw new ArgumentException($"Matching does not listen to {message.GetType().Name}.", nameof(message)),
    };

    private static async Task MigrateAsync(string database)
    {
        using var logs = new RecordedLogs();
        await using var app = Build(
            database, new MatchingServerOptions(), new FakeTimeProvider(Start), logs, await TestIssuer.GetAsync());
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
    }

    private static WebApplication Build(string database, MatchingServerOptions options, FakeTimeProvider clock, RecordedLogs logs, TestIssuer issuer) =>
        MatchingHost.Build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>(
                issuer.SettingsFor("Matching").Concat(options.Deadlines.ToDictionary(given => $"Matching:Deadlines:{given.Key}", given => given.Value)))
            {
                ["Matching:Database"] = database,
                ["Matching:Listen:Http"] = "http://127.0.0.1:0",
                ["Matching:Listen:Grpc"] = "http://127.0.0.1:0",
                ["Matching:Services:Registry"] = $"http://127.0.0.1:{options.Registry}",
                ["Matching:Services:Needs"] = $"http://127.0.0.1:{options.Needs}",
                ["Matching:Messaging:Transport"] = "in-process",
                ["Matching:Runs:Lease"] = Lease.ToString(),
                ["Matching:Runs:PollInterval"] = "00:00:00.05",
                ["Matching:Runs:NightlyAt"] = options.NightlyAt,
                ["Matching:Runs:Repair"] = $"{options.Repairs}",
            }),
            ConfigureServices = services =>
            {
                services.AddSingleton<TimeProvider>(clock).AddSingleton(new InProcessHub());
                if (options.Solver is not null)
                    services.AddSingleton(options.Solver);
                services.RemoveAll<ILoggerProvider>();
                services.AddSingleton<ILoggerProvider>(logs);
                services.Configure<LoggerFilterOptions>(filters =>
                    filters.Rules.Add(new LoggerFilterRule(typeof(RecordedLogs).FullName, null, LogLevel.Information, null)));
            },
        });
}
