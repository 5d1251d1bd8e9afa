using Kommunebro.Admin;
using Kommunebro.Gateway;
using Kommunebro.Identity;
using Kommunebro.Matching;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.NeedsIntake;
using Kommunebro.Notification;
using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Host = (string Section, string Database, System.Func<Kommunebro.ServiceDefaults.ServiceHostOptions, Microsoft.AspNetCore.Builder.WebApplication> Build);

namespace Kommunebro.Local;

/// <summary>
/// The production hosts side by side in this process: the gateway on a loopback port, all others on unix sockets, events
/// from outbox to inbox without a broker (or over a given one).
/// </summary>
internal sealed class LocalPlatform(LocalSettings settings, Databases databases, Uri origin) : IAsyncDisposable
{
    /// <summary>What a matching run needs; identity first, since all others ask it for tokens.</summary>
    private static readonly Host[] Core =
    [
        ("Identity", "kommunebro_identity", IdentityHost.Build),
        ("Registry", "kommunebro_registry", RegistryHost.Build),
        ("NeedsIntake", "kommunebro_needs_intake", NeedsIntakeHost.Build),
        ("Matching", "kommunebro_matching", MatchingHost.Build),
    ];

    /// <summary>All others; the gateway last, when there is something behind it.</summary>
    private static readonly Host[] Rest =
    [
        ("Notification", "kommunebro_notification", NotificationHost.Build),
        ("Admin", "kommunebro_admin", AdminHost.Build),
        ("Gateway", "", GatewayHost.Build),
    ];

    private readonly InProcessHub _hub = new();
    private readonly Dictionary<string, WebApplication> _hosts = [];
    private ServiceProvider? _telemetry;

    /// <summary>The public origin: API, admin client and sign-in.</summary>
    public Uri Origin => origin;

    /// <summary>The services of one host, for what an operator does with commands elsewhere.</summary>
    public IServiceProvider ServicesOf(string section) => _hosts[section].Services;

    /// <summary>Brings the databases of what a matching run needs to this version, and starts it.</summary>
    public Task StartCoreAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        _telemetry = StartTelemetry();
        return StartAsync(Core, tell, cancellationToken);
    }

    /// <summary>Starts all others likewise.</summary>
    public Task StartRestAsync(Action<string> tell, CancellationToken cancellationToken) => StartAsync(Rest, tell, cancellationToken);

    private async Task StartAsync(Host[] hosts, Action<string> tell, CancellationToken cancellationToken)
    {
        foreach (var (section, database, build) in hosts)
        {
            tell($"Starting {section.ToLowerInvariant()}");
            var host = build(await OptionsOfAsync(section, database, cancellationToken));
            _hosts[section] = host;
            await ServiceCommands.MigrateAsync(host.Services, TextWriter.Null, cancellationToken);
            await host.StartAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // The last one first: nobody loses whom it talks to.
        foreach (var (section, _, _) in Enumerable.Reverse([.. Core, .. Rest]))
            if (_hosts.TryGetValue(section, out var host))
            {
                await host.StopAsync();
                await host.DisposeAsync();
            }

        if (_telemetry is not null)
            await _telemetry.DisposeAsync();
    }

    private async Task<ServiceHostOptions> OptionsOfAsync(string section, string database, CancellationToken cancellationToken)
    {
        var own = settings.Of(section);
        if (database.Length > 0)
            own[$"{section}:Database"] = await databases.EnsureAsync(database, cancellationToken);
        return new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = configuration => configuration.AddInMemoryCollection(own),
            ConfigureServices = services => services.AddSingleton(_hub),
        };
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
