using Kommunebro.Matching;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.NeedsIntake;
using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kommunebro.Local;

/// <summary>
/// The production hosts side by side in this process: REST on loopback ports, gRPC on unix sockets, events from outbox to
/// inbox without a broker (or over a given one).
/// </summary>
internal sealed class LocalPlatform(DataFolder data, Databases databases, RunOptions options) : IAsyncDisposable
{
    private readonly ServiceSockets _sockets = new(data);
    private readonly InProcessHub _hub = new();
    private readonly List<WebApplication> _hosts = [];
    private ServiceProvider? _telemetry;

    /// <summary>Where registry answers.</summary>
    public Uri Registry { get; } = new($"http://127.0.0.1:{options.Port}/");

    /// <summary>Where needs-intake answers.</summary>
    public Uri NeedsIntake { get; } = new($"http://127.0.0.1:{options.Port + 1}/");

    /// <summary>Where matching answers.</summary>
    public Uri Matching { get; } = new($"http://127.0.0.1:{options.Port + 2}/");

    /// <summary>Brings the databases to this version and starts all hosts.</summary>
    public async Task StartAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        _telemetry = StartTelemetry();
        tell("Starting registry");
        await StartAsync("Registry", Registry, "kommunebro_registry", RegistryHost.Build, cancellationToken);
        tell("Starting needs-intake");
        await StartAsync("NeedsIntake", NeedsIntake, "kommunebro_needs_intake", NeedsIntakeHost.Build, cancellationToken);
        tell("Starting matching");
        await StartAsync("Matching", Matching, "kommunebro_matching", MatchingHost.Build, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // The last one first: nobody loses whom it talks to.
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        _sockets.Dispose();
        if (_telemetry is not null)
            await _telemetry.DisposeAsync();
    }

    private async Task StartAsync(
        string section, Uri http, string database, Func<ServiceHostOptions, WebApplication> build, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"{section}:Listen:Http"] = http.GetLeftPart(UriPartial.Authority),
            [$"{section}:Listen:Grpc"] = _sockets.AddressOf(section),
            [$"{section}:Database"] = await databases.EnsureAsync(database, cancellationToken),
            [$"{section}:Services:Registry"] = _sockets.AddressOf("Registry"),
            [$"{section}:Services:Needs"] = _sockets.AddressOf("NeedsIntake"),
            [$"{section}:Messaging:Transport"] = options.RabbitMq is null ? MessagingOptions.InProcess : MessagingOptions.RabbitMq,
            [$"{section}:Messaging:Broker"] = options.RabbitMq,
            // People read the plan here; what services say of their work is for operators.
            ["Logging:LogLevel:Default"] = "Error",
        };
        var host = build(new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = configuration => configuration.AddInMemoryCollection(settings),
            ConfigureServices = services => services.AddSingleton(_hub),
        });
        _hosts.Add(host);
        await ServiceCommands.MigrateAsync(host.Services, TextWriter.Null, cancellationToken);
        await host.StartAsync(cancellationToken);
    }

    private static ServiceProvider? StartTelemetry()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is null)
            return null;
        var services = new ServiceCollection();
        services.AddPlatformTelemetry("kommunebro-local", configuration);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<TracerProvider>();
        provider.GetRequiredService<MeterProvider>();
        return provider;
    }
}
