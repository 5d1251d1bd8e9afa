using System.Security.Cryptography;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Keys;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>One process per service, on PostgreSQL and RabbitMQ, mail by SMTP, as in a cluster.</summary>
public sealed class SeparateProcesses : IRunningPlatform
{
    /// <summary>Identity first, since all others ask it for tokens; the gateway last.</summary>
    private static readonly string[] Sections = ["Identity", "Registry", "NeedsIntake", "Matching", "Notification", "Admin", "Gateway"];

    private static readonly string[] WithGrpc = ["Identity", "Registry", "NeedsIntake", "Matching", "Notification"];

    private readonly Dictionary<string, ServiceProcess> _processes = [];
    private readonly Dictionary<string, TestDatabase> _databases = [];
    private readonly Dictionary<string, int> _ports = Sections.SelectMany(section => new[] { section, $"{section}:Grpc" })
        .ToDictionary(name => name, _ => FreePort.Next());

    private readonly Dictionary<string, string> _secrets = ServiceClient.All.ToDictionary(client => client.Id, _ => RandomNumberGenerator.GetHexString(64));
    private readonly string _keys = TemporaryFolder.Create("keys");

    private readonly IReadOnlyDictionary<string, string?> _settings;

    private RabbitMqVirtualHost _broker = null!;
    private SmtpPeer _mail = null!;

    private SeparateProcesses(IReadOnlyDictionary<string, string?> settings) => _settings = settings;

    public Uri Origin => new($"http://localhost:{_ports["Gateway"]}/");

    public IMailbox Mail => new SmtpMailbox(_mail);

    /// <summary>The mail server, to stop and start.</summary>
    public SmtpPeer MailServer => _mail;

    public StaffTokens Tokens { get; private set; } = null!;

    /// <summary>Starts it.</summary>
    /// <param name="settings">Settings by section and name ("Gateway:Limits:AtOnce") that differ from those of an installation.</param>
    public static async Task<SeparateProcesses> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var platform = new SeparateProcesses(settings ?? new Dictionary<string, string?>())
        {
            _broker = await RabbitMqServer.CreateVirtualHostAsync("journey"),
            _mail = await SmtpPeer.StartNewAsync(),
        };
        SigningKeys.Create(platform._keys, TimeProvider.System.GetUtcNow());
        platform.Tokens = new StaffTokens(platform._keys, platform.Origin);
        foreach (var section in Sections)
        {
            if (section != "Gateway")
            {
                platform._databases[section] = await PostgresServer.CreateDatabaseAsync(section.ToLowerInvariant());
                await platform.CommandAsync(section, "migrate");
            }

            await platform.StartAsync(section);
        }

        return platform;
    }

    /// <summary>Starts a service, for the first time or again.</summary>
    public async Task StartAsync(string section) => _processes[section] = await ServiceProcess.StartAsync(
        AssemblyOf(section), new Uri($"http://127.0.0.1:{_ports[section]}"), EnvironmentOf(section));

    /// <summary>Ends a service at once, as a crash does.</summary>
    public Task KillAsync(string section) => _processes[section].KillAsync();

    /// <summary>Ends a service in order (SIGTERM), as a new version does.</summary>
    public Task StopAsync(string section) => _processes[section].StopAsync();

    /// <summary>What a service stored, for a look past its door.</summary>
    public TestDatabase DatabaseOf(string section) => _databases[section];

    /// <summary>What a service wrote.</summary>
    public string OutputOf(string section) => _processes[section].Output;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values.Reverse())
            await process.DisposeAsync();
        foreach (var database in _databases.Values)
            await database.DisposeAsync();
        await _mail.DisposeAsync();
        await _broker.DisposeAsync();
    }

    private static string AssemblyOf(string section) => $"Kommunebro.{section}";

    private async Task CommandAsync(string section, params string[] arguments)
    {
        var run = await ServiceProcess.RunAsync(AssemblyOf(section), arguments, EnvironmentOf(section));
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    private string Http(string section) => $"http://127.0.0.1:{_ports[section]}";

    private string Grpc(string section) => $"http://127.0.0.1:{_ports[$"{section}:Grpc"]}";

    private Dictionary<string, string?> EnvironmentOf(string section)
    {
        var own = section switch
        {
            "Gateway" => Sections.Except(["Gateway"]).ToDictionary(behind => $"Services:{behind}", behind => (string?)Http(behind)),
            "Identity" => _secrets.ToDictionary(client => $"ServiceClients:{client.Key}:Secret", client => (string?)client.Value)
                .Append(new("Keys:Folder", _keys)).ToDictionary(),
            "Notification" => NoticeSettings(),
            _ => [],
        };
        if (section != "Gateway")
            foreach (var (key, value) in Inner(section))
                own[key] = value;
        own["Access:Issuer"] = Origin.ToString();
        own["Services:Identity"] = Http("Identity");
        own["Listen:Http"] = Http(section);
        var all = own.ToDictionary(setting => $"{section}:{setting.Key}", setting => setting.Value);
        foreach (var (key, value) in _settings.Where(setting => setting.Key.StartsWith($"{section}:", StringComparison.Ordinal)))
            all[key] = value;
        return all.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
    }

    private Dictionary<string, string?> Inner(string section)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database"] = _databases[section].ConnectionString,
            ["Services:Registry"] = Grpc("Registry"),
            ["Services:Needs"] = Grpc("NeedsIntake"),
            ["Services:Matching"] = Grpc("Matching"),
            ["Services:Notification"] = Grpc("Notification"),
            ["Services:IdentityGrpc"] = Grpc("Identity"),
            ["Access:ClientSecret"] = _secrets.GetValueOrDefault(section == "NeedsIntake" ? "needs-intake" : section.ToLowerInvariant()),
            ["Messaging:Transport"] = "rabbitmq",
            ["Messaging:Broker"] = _broker.Uri.ToString(),
            ["Runs:Lease"] = "00:00:03",
        };
        if (WithGrpc.Contains(section, StringComparer.Ordinal))
            settings["Listen:Grpc"] = Grpc(section);
        return settings;
    }

    private Dictionary<string, string?> NoticeSettings() => new()
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = $"{_mail.Port}",
        ["Smtp:From"] = "no-reply@example.org",
        ["Smtp:Tls"] = "none",
        ["Webhooks:AllowLoopback"] = "true",
    };
}
