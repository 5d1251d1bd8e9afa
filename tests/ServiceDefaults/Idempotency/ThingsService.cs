using System.Net.Http.Headers;
using System.Text;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.ServiceDefaults.Idempotency;

/// <summary>A service that makes things and takes idempotency keys, on its own database.</summary>
internal sealed class ThingsService : IAsyncDisposable
{
    public const string Body = """{ "name": "pump" }""";

    private static readonly TemplateDatabase Template = new("things", MigrateAsync);

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private ThingsService(WebApplication app, TestDatabase database, FakeTimeProvider clock)
    {
        _app = app;
        Database = database;
        Clock = clock;
        var address = ServiceAddress.Parse("Http", ListenAddresses.Of(app).Http);
        var handler = address.CreateHandler();
        handler.RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8;
        handler.Expect100ContinueTimeout = TimeSpan.FromSeconds(30);
        _http = new HttpClient(handler) { BaseAddress = address.Uri };
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    public Interlude Interlude => _app.Services.GetRequiredService<Interlude>();

    public static async Task<ThingsService> StartAsync(Func<TestDatabase, Task>? prepareAsync = null)
    {
        var database = await Template.CloneAsync();
        if (prepareAsync is not null)
            await prepareAsync(database);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        var settings = new Dictionary<string, string?> { ["Sample:Database"] = database.ConnectionString };
        var builder = ServiceHost.CreateBuilder(
            "Sample", typeof(ThingsService).Assembly, RunningHost.Options(settings, services => services.AddSingleton<TimeProvider>(clock)));
        // These tests provoke failures; the console has no need to tell them.
        builder.Logging.ClearProviders();
        builder.AddDatabase<ThingsDb>();
        builder.AddIdempotency<ThingsDb>();
        builder.AddAccess([]);
        builder.Services.AddSingleton<Interlude>();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.Use((http, next) =>
        {
            // Stands for the sign-in.
            if (http.Request.Headers["X-Client"] is [{ } client])
                http.RequestServices.GetRequiredService<AuditActor>().Who = client;
            return next(http);
        });
        app.MapGroup("").WithMetadata(new OpenToAll("The client's name stands in a header.")).MapThings();
        await app.StartAsync();
        return new ThingsService(app, database, clock);
    }

    /// <summary>Posts <paramref name="body"/> as JSON, with a key unless that is null.</summary>
    public Task<HttpResponseMessage> PostAsync(
        string? key, string body = Body, string path = "/things", string? client = null, CancellationToken cancellationToken = default) =>
        SendAsync(key, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), path, client, cancellationToken);

    public async Task<HttpResponseMessage> SendAsync(
        string? key, HttpContent content, string path = "/things", string? client = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // A refused body must not be on its way when the server hangs up, or the client never sees the answer.
        request.Headers.ExpectContinue = content.Headers.ContentLength > 1024 * 1024;
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (client is not null)
            request.Headers.Add("X-Client", client);
        return await _http.SendAsync(request, cancellationToken);
    }

    public Task<long> ThingsAsync() => Database.ScalarAsync<long>("select count(*) from things");

    public Task<long> KeysAsync() => Database.ScalarAsync<long>("select count(*) from idempotency_keys");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = new ThingsDb(ServiceDatabase.DesignTime<ThingsDb>());
        db.Database.SetConnectionString(connectionString);
        await db.Database.EnsureCreatedAsync();
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync();
    }
}
