using System.Globalization;

namespace Kommunebro.Local;

/// <summary>What ./dev run was asked for.</summary>
/// <param name="Once">End after the plan was shown.</param>
/// <param name="Language">nb, uk or en.</param>
/// <param name="Port">The gateway's port, the only one that is opened.</param>
/// <param name="Data">The data folder.</param>
/// <param name="Postgres">Connection string of a given server; null for the embedded one.</param>
/// <param name="RabbitMq">Address of a given broker; null for delivery inside the process.</param>
/// <param name="Help">Only show the options.</param>
internal sealed record RunOptions(
    bool Once, string Language, int Port, string Data, string? Postgres, string? RabbitMq, bool Help)
{
    public const string Usage =
        """
        Usage: ./dev run [options]

        Starts the whole platform in one process, loads the example on the first start, runs the
        matching once, shows the plan, and prints where to sign in. Then it serves until Ctrl-C.

          --once             end after the plan (exit code 0)
          --lang nb|uk|en    language of the plan (default: en)
          --port N           the port on which API and admin client answer (default: 5100)
          --data FOLDER      where everything is kept (default: .data here; as root below a closed
                             folder, where PostgreSQL's account cannot go, /var/tmp/kommunebro)
          --postgres STRING  a PostgreSQL server instead of the embedded one, e.g.
                             "Host=127.0.0.1;Username=me;Password=…"; databases are made on it
          --rabbitmq URI     a RabbitMQ broker instead of delivery inside the process,
                             e.g. amqp://user:password@127.0.0.1:5672/
          --help             show this
        """;

    /// <summary>The public origin of all pages and addresses.</summary>
    public Uri Origin => new($"http://localhost:{Port}/");

    private const int HighestPort = 65_535;

    public static RunOptions Parse(string[] args)
    {
        var options = new RunOptions(false, "en", 5100, DefaultData(), null, null, false);
        for (var i = 0; i < args.Length; i++)
            options = args[i] switch
            {
                "--once" => options with { Once = true },
                "--help" or "-h" or "help" => options with { Help = true },
                "--lang" => options with { Language = OneOf(args, ++i, "nb", "uk", "en") },
                "--port" => options with { Port = Number(args, ++i) },
                "--data" => options with { Data = Value(args, ++i) },
                "--postgres" => options with { Postgres = Value(args, ++i) },
                "--rabbitmq" => options with { RabbitMq = Value(args, ++i) },
                var unknown => throw new UserError($"There is no option '{unknown}'.\n\n{Usage}"),
            };
        return options;
    }

    private static string DefaultData() =>
        Environment.IsPrivilegedProcess && !IsOpenToOthers(new DirectoryInfo(Environment.CurrentDirectory)) ? "/var/tmp/kommunebro" : ".data";

    private static bool IsOpenToOthers(DirectoryInfo folder) =>
        folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute) && (folder.Parent is null || IsOpenToOthers(folder.Parent));

    private static string Value(string[] args, int i) => i < args.Length && args[i].Length > 0
        ? args[i]
        : throw new UserError($"{args[i - 1]} needs a value.\n\n{Usage}");

    private static string OneOf(string[] args, int i, params string[] allowed) =>
        Value(args, i) is var value && allowed.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new UserError($"{args[i - 1]} takes {string.Join(", ", allowed)}, not '{value}'.");

    private static int Number(string[] args, int i) =>
        int.TryParse(Value(args, i), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= HighestPort
            ? port
            : throw new UserError($"{args[i - 1]} takes a port from 1 to {HighestPort}, not '{args[i]}'.");
}
