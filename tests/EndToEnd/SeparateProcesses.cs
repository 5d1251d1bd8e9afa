using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>One process per service, on PostgreSQL and RabbitMQ, as in a cluster.</summary>
public sealed class SeparateProcesses : IRunningPlatform
{
    private static readonly (string Section, string Assembly)[] Services =
        [("Registry", "Kommunebro.Registry"), ("NeedsIntake", "Kommunebro.NeedsIntake"), ("Matching", "Kommunebro.Matching")];

    private readonly Dictionary<string, ServiceProcess> _processes = [];
    private readonly Dictionary<string, TestDatabase> _databases = [];
    private readonly Dictionary<string, int> _ports = Services.SelectMany(service => new[] { service.Section, $"{service.Section}:Grpc" })
        .ToDictionary(name => name, _ => FreePort.Next());

    private RabbitMqVirtualHost _broker = null!;

    public HttpClient Registry => _processes["Registry"].Http;

    public HttpClient NeedsIntake => _processes["NeedsIntake"].Http;

    public HttpClient Matching => _processes["Matching"].Http;

    public static async Task<SeparateProcesses> StartAsync()
    {
        var platform = new SeparateProcesses { _broker = await RabbitMqServer.CreateVirtualHostAsync("journey") };
        foreach (var (section, assembly) in Services)
        {
            platform._databases[section] = await PostgresServer.CreateDatabaseAsync(section.ToLowerInvariant());
            var migrated = await ServiceProcess.RunAsync(assembly, ["migrate"], platform.EnvironmentOf(section));
            Assert.True(migrated.ExitCode == 0, migrated.Output + migrated.Error);
            await platform.StartAsync(section);
        }

        return platform;
    }

    /// <summary>Starts a service, for the first time or again.</summary>
    public async Task StartAsync(string section) => _processes[section] = await ServiceProcess.StartAsync(
        Services.Single(service => service.Section == section).Assembly,
        new Uri($"http://127.0.0.1:{_ports[section]}"),
        EnvironmentOf(section));

    /// <summary>Ends a service at once, as a crash does.</summary>
    public Task KillAsync(string section) => _processes[section].KillAsync();

    /// <summary>What a service wrote.</summary>
    public string OutputOf(string section) => _processes[section].Output;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values)
            await process.DisposeAsync();
        foreach (var database in _databases.Values)
            await database.DisposeAsync();
        await _broker.DisposeAsync();
    }

    private Dictionary<string, string?> EnvironmentOf(string section) => new()
    {
        [$"{section}__Listen__Http"] = $"http://127.0.0.1:{_ports[section]}",
        [$"{section}__Listen__Grpc"] = $"http://127.0.0.1:{_ports[$"{section}:Grpc"]}",
        [$"{section}__Database"] = _databases[section].ConnectionString,
        [$"{section}__Services__Registry"] = $"http://127.0.0.1:{_ports["Registry:Grpc"]}",
        [$"{section}__Services__Needs"] = $"http://127.0.0.1:{_ports["NeedsIntake:Grpc"]}",
        [$"{section}__Messaging__Transport"] = "rabbitmq",
        [$"{section}__Messaging__Broker"] = _broker.Uri.ToString(),
        [$"{section}__Runs__Lease"] = "00:00:03",
    };
}
