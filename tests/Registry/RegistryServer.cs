using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Net.Client;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Inbox;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.Registry;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using RegistryClient = Kommunebro.Contracts.Registry.V1.Registry.RegistryClient;

namespace Kommunebro.Tests.Registry;

/// <summary>The whole service on Kestrel and a PostgreSQL database of its own, with two neighbours that note what they hear.</summary>
public sealed class RegistryServer : IAsyncLifetime
{
    private static readonly TemplateDatabase Template = new("registry", async connection =>
    {
        await using var app = Build(connection, new InProcessHub(), null, await TestIssuer.GetAsync(), null);
        await ServiceCommands.MigrateAsync(app.Services, TextWriter.Null, CancellationToken.None);
    });

    private WebApplication _app = null!;
    private readonly ConcurrentBag<GrpcChannel> _channels = [];
    private GrpcChannel _channel = null!;

    public TestDatabase Database { get; private set; } = null!;

    public RecordedLogs Logs { get; } = new();

    public RecordedMessages NeedsIntake { get; } = new();

    public RecordedMessages Matching { get; } = new();

    public RecordedMessages Notification { get; } = new();

    /// <summary>Where it looks for matching's gRPC; nobody listens there when null.</summary>
    public int? PortOfMatching { get; init; }

    /// <summary>KS's, who may write everything of registry.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await Template.CloneAsync();
        var hub = new InProcessHub();
        hub.Join("needs-intake", NeedsIntake);
        hub.Join("matching", Matching);
        hub.Join("notification", Notification);
        var issuer = await TestIssuer.GetAsync();
        _app = Build(Database.ConnectionString, hub, Logs, issuer, PortOfMatching);
        await _app.StartAsync();
        var addresses = _app.Urls.ToList();
        Http = BearerToken.ClientOf(addresses[0], issuer.Staff(StaffRole.KsCoordinator));
        _channel = GrpcChannel.ForAddress(
            addresses[1], new GrpcChannelOptions { HttpHandler = new BearerToken(issuer.Service(AccessPolicies.SnapshotRead)) });
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body = null, long? ifMatch = null) =>
        await SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), ifMatch);

    public Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, long? ifMatch = null) =>
        SendAsync(Http, method, path, content, ifMatch);

    public static async Task<Answer> SendAsync(HttpClient caller, HttpMethod method, string path, HttpContent? content, long? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = content };
        // A refused body must not be on its way when the server hangs up, or the client never sees the answer.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 1024 * 1024;
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{ifMatch}\"")));
        return await Answer.OfAsync(await caller.SendAsync(request));
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PutMunicipalityAsync(JsonObject body, long? ifMatch = null) =>
        SendAsync(HttpMethod.Put, $"municipalities/{(string?)body["code"]}", body, ifMatch);

    public async Task<MunicipalityView> RegisterMunicipalityAsync(string name = "Testvik") =>
        (await PutMunicipalityAsync(Bodies.Municipality(Bodies.NextKommunenummer(), name))).As<MunicipalityView>();

    public async Task<MunicipalityView> RegisterHromadaAsync(string status = "none", string? category = "outside_war_zone") =>
        (await PutMunicipalityAsync(Bodies.Hromada(Bodies.NextKatottg(), status, category))).As<MunicipalityView>();

    public async Task<ExpressionOfInterestView> ExpressInterestAsync(string municipality) =>
        (await SendAsync(HttpMethod.Post, "expressions-of-interest", Bodies.ExpressionOfInterest(municipality))).As<ExpressionOfInterestView>();

    /// <summary>An operator runs a command: its exit code, and what it wrote.</summary>
    public async Task<(int ExitCode, string Output)> CommandAsync(params string[] args)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var command = scope.ServiceProvider.GetServices<IServiceCommand>().Single(one => one.Name == args[0]);
        return (await command.RunAsync(args[1..], output, CancellationToken.None), output.ToString());
    }

    public async Task<OfferView> SubmitOfferAsync(string? municipality = null) =>
        (await SendAsync(HttpMethod.Post, "offers", Bodies.Offer(municipality ?? (await RegisterMunicipalityAsync()).Code))).As<OfferView>();

    public async Task<OfferView> WithdrawOfferAsync(OfferView offer) =>
        (await SendAsync(HttpMethod.Post, $"offers/{offer.Id}/withdraw", (JsonNode?)null, offer.Version)).As<OfferView>();

    public AsyncServerStreamingCall<SnapshotItem> StreamSnapshot(bool withoutOffers = false) =>
        new RegistryClient(_channel).StreamSnapshot(new StreamSnapshotRequest { WithoutOffers = withoutOffers });

    /// <summary>The gRPC face for a caller with <paramref name="token"/>.</summary>
    public RegistryClient Grpc(string? token) => new(Channel(token));

    /// <summary>One of its other gRPC faces for staff with <paramref name="roles"/>.</summary>
    public async Task<TClient> GrpcForAsync<TClient>(Func<ChannelBase, TClient> make, params string[] roles) => make(Channel((await TestIssuer.GetAsync()).Staff(roles)));

    private GrpcChannel Channel(string? token)
    {
        var channel = GrpcChannel.ForAddress(_app.Urls.Last(), new GrpcChannelOptions { HttpHandler = new BearerToken(token), DisposeHttpClient = true });
        _channels.Add(channel);
        return channel;
    }

    /// <summary>A partner's client with <paramref name="scope"/>, whose organisation acts for the municipalities with <paramref name="codes"/>.</summary>
    public async Task<HttpClient> PartnerAsync(string scope, params string[] codes)
    {
        var organisation = Guid.CreateVersion7();
        await InsideAsync(async services =>
        {
            var db = services.GetRequiredService<RegistryDb>();
            await db.NoteTenantAsync(organisation, 1, codes, default);
            return await db.SaveChangesAsync();
        });
        return HttpFor((await TestIssuer.GetAsync()).Partner(organisation, scope));
    }

    /// <summary>The REST face for a caller with <paramref name="token"/>.</summary>
    public HttpClient HttpFor(string? token) => BearerToken.ClientOf(_app.Urls.First(), token);

    /// <summary>Brings an event as the bus would.</summary>
    public Task HearAsync(string name, object message) => _app.Services.GetRequiredService<IMessageInbox>().DeliverAsync(
        new Envelope(Guid.CreateVersion7(), name, message, TimeProvider.System.GetUtcNow(), null), CancellationToken.None);

    /// <summary>Works inside of the service's own scope.</summary>
    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Returns when the neighbours have heard everything that was stored.</summary>
    public async Task UntilOutboxIsEmptyAsync()
    {
        for (var i = 0; await Database.ScalarAsync<long>("select count(*) from outbox") > 0; i++)
        {
            Assert.True(i < 600, "The outbox does not empty.");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _channel.Dispose();
        foreach (var channel in _channels)
            channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
        Logs.Dispose();
    }

    private static WebApplication Build(string connection, InProcessHub hub, RecordedLogs? logs, TestIssuer issuer, int? matching) => RegistryHost.Build(new ServiceHostOptions([])
    {
        SharedProcess = true,
        Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>(issuer.SettingsFor("Registry"))
        {
            ["Registry:Database"] = connection,
            ["Registry:Listen:Http"] = "http://127.0.0.1:0",
            ["Registry:Listen:Grpc"] = "http://127.0.0.1:0",
            // A port on which nobody listens, so that no test asks a platform that runs beside it.
            ["Registry:Services:Matching"] = $"http://127.0.0.1:{matching ?? 1}",
            ["Registry:Messaging:Transport"] = "in-process",
        }),
        ConfigureServices = services =>
        {
            services.AddSingleton(hub);
            services.RemoveAll<ILoggerProvider>();
            if (logs is null)
                return;
            services.AddSingleton<ILoggerProvider>(logs);
            services.Configure<LoggerFilterOptions>(filters =>
                filters.Rules.Add(new LoggerFilterRule(typeof(RecordedLogs).FullName, null, LogLevel.Trace, null)));
        },
    });
}
