using Kommunebro.Messaging;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Messaging;

/// <summary>A few services of one test with their databases, joined by one transport.</summary>
internal sealed class World(string transport, RabbitMqVirtualHost? broker) : IAsyncDisposable
{
    private readonly InProcessHub _hub = new();
    private readonly Dictionary<string, TestDatabase> _databases = [];
    private readonly Dictionary<string, DatabaseLine> _lines = [];
    private readonly List<LawService> _services = [];

    public RabbitMqVirtualHost Broker => broker ?? throw new InvalidOperationException("There is no broker in-process.");

    public static async Task<World> CreateAsync(string transport) =>
        new(transport, transport == MessagingOptions.RabbitMq ? await RabbitMqServer.CreateVirtualHostAsync("law") : null);

    /// <summary>The line from a service to its database.</summary>
    public DatabaseLine LineOf(LawService service) => _lines[service.Name];

    /// <summary>A world by another transport that finds the same databases.</summary>
    public World Rejoined(string byTransport, RabbitMqVirtualHost? byBroker)
    {
        var other = new World(byTransport, byBroker);
        foreach (var (name, line) in _lines)
            other._lines[name] = line;
        return other;
    }

    public async Task<LawService> StartAsync(string name, Action<MessagingBuilder> messages)
    {
        if (!_lines.TryGetValue(name, out var line))
        {
            _databases[name] = await PostgresServer.CreateDatabaseAsync("law");
            _lines[name] = line = new DatabaseLine(_databases[name].ConnectionString);
        }

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Messaging:Transport"] = transport,
            ["Messaging:Broker"] = broker?.Uri.ToString(),
            ["Messaging:RetryDelay"] = "00:00:00.020",
            ["Messaging:PollInterval"] = "00:00:00.200",
            ["Messaging:MaxBackOff"] = "00:00:01",
            ["Messaging:SendTimeout"] = "00:00:10",
        });
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        builder.Services.AddSingleton(_hub);
        builder.Services.AddSingleton<Behaviour>();
        builder.Services.AddDbContext<LawDb>(db => db.UseNpgsql(line.ConnectionString).UseSnakeCaseNamingConvention());
        builder.Services.AddMessaging<LawDb>(builder.Configuration.GetSection("Messaging"), name, messages);
        var service = new LawService(name, builder.Build());
        _services.Add(service);
        await service.InDatabaseAsync(db => db.Database.EnsureCreatedAsync());
        await service.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
            await service.DisposeAsync();
        foreach (var (name, database) in _databases)
        {
            await _lines[name].DisposeAsync();
            await database.DisposeAsync();
        }

        if (broker is not null)
            await broker.DisposeAsync();
    }
}
