using System.Globalization;
using Kommunebro.Local.Processes;

namespace Kommunebro.Testing;

/// <summary>
/// A private RabbitMQ node: own name, own ports on the loopback address (AMQP, management, distribution, epmd),
/// own folders. It ends with the test process. Stopped and started again it is the same node.
/// </summary>
public sealed class RabbitMqNode : IAsyncDisposable
{
    private const string User = "test";

    private readonly string _folder = TemporaryFolder.Create("rabbitmq");
    private readonly string _program;
    private readonly int _amqp = FreePort.Next();
    private readonly int _management = FreePort.Next();
    private readonly int _distribution = FreePort.Next();
    private readonly int _epmd = FreePort.Next();
    private readonly string _password = Guid.CreateVersion7().ToString("N");
    private ChildProcess? _names;
    private ChildProcess? _broker;

    private RabbitMqNode(string program) => _program = program;

    /// <summary>Where clients connect.</summary>
    public Uri Uri => new($"amqp://{User}:{_password}@127.0.0.1:{_amqp}/");

    /// <summary>Where the management interface answers, with the same user.</summary>
    public Uri Management => new($"http://{User}:{_password}@127.0.0.1:{_management}/");

    /// <summary>Starts a new node and returns when it takes connections; skips the test when RabbitMQ is missing.</summary>
    public static async Task<RabbitMqNode> StartNewAsync(CancellationToken cancellation = default)
    {
        if (FindProgram() is not { } program)
        {
            MissingTool.Skip("RabbitMQ", "rabbitmq-server", $"give a broker in {RabbitMqServer.Variable}");
            return null;
        }

        var node = new RabbitMqNode(program);
        await node.ConfigureAsync(cancellation);
        await node.StartAsync(cancellation);
        return node;
    }

    /// <summary>Starts the node, again with what it held, and returns when it takes connections.</summary>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        // In the foreground, so that it ends with us; otherwise Erlang leaves one behind.
        _names ??= await ChildProcess.StartAsync(new ChildProgram("epmd", "-port", Number(_epmd), "-address", "127.0.0.1"), cancellation);
        _broker = await ChildProcess.StartAsync(new ChildProgram(_program) { Environment = Variables(), LogFile = Log, EndSignal = "KILL" }, cancellation);
        await RabbitMqReadiness.WaitAsync(this, _broker, Log, cancellation);
    }

    /// <summary>Stops the node in order, which takes some seconds.</summary>
    public async Task StopAsync()
    {
        if (_broker is { HasEnded: false }) await _broker.SignalAsync("TERM");
        await EndAsync();
    }

    /// <summary>Ends the node as a power failure would.</summary>
    public async Task KillAsync()
    {
        if (_broker is not null) await _broker.KillAsync();
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (_names is not null) await _names.DisposeAsync();
    }

    private async Task EndAsync()
    {
        if (_broker is null) return;
        await _broker.WaitAsync();
        await _broker.DisposeAsync();
        _broker = null;
    }

    private string Log => Path.Combine(_folder, "console.log");

    private async Task ConfigureAsync(CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "enabled_plugins"), "[rabbitmq_management].\n", cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{Number(_amqp)}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {Number(_management)}
            default_user = {User}
            default_pass = {_password}
            log.file.level = warning

            """,
            cancellation);
    }

    private Dictionary<string, string?> Variables() => new()
    {
        ["HOME"] = _folder,
        ["RABBITMQ_NODENAME"] = $"kommunebro-{Number(_amqp)}@localhost",
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid"),
        ["RABBITMQ_DIST_PORT"] = Number(_distribution),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["ERL_EPMD_PORT"] = Number(_epmd),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        // The script then becomes the broker instead of waiting beside it, and signals reach the broker.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    // Debian's own command switches accounts; the script behind it does not.
    private static string? FindProgram()
    {
        const string debian = "/usr/lib/rabbitmq/lib";
        var packaged = Directory.Exists(debian)
            ? Directory.GetDirectories(debian, "rabbitmq_server-*").Order(StringComparer.Ordinal).Select(version => $"{version}/sbin")
            : [];
        var folders = packaged.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.Select(sbin => Path.Combine(sbin, "rabbitmq-server")).FirstOrDefault(File.Exists);
    }

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);
}
