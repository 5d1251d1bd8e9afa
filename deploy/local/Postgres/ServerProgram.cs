using Kommunebro.Local.Processes;
using Npgsql;

namespace Kommunebro.Local.Postgres;

/// <summary>How the server is called, and how its clients reach it.</summary>
internal static class ServerProgram
{
    // Names the socket's file; no network port has anything to do with it.
    private const int Port = 5432;

    public static ChildProgram For(
        PostgresCluster cluster, PostgresBinaries binaries, ServerAccount account, string socket, ServerLog log, IReadOnlyDictionary<string, string> more)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "",
            ["port"] = $"{Port}",
            ["unix_socket_directories"] = socket,
            ["shared_buffers"] = "64MB",
            ["max_connections"] = "100",
            ["lc_messages"] = "C",
        };
        foreach (var (name, value) in more)
            settings[name] = value;
        return new ChildProgram(
            binaries.Program("postgres"), ["-D", cluster.Folder, .. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })])
        {
            Account = account.Name,
            LogFile = log.Path,
            // Fast shutdown: it does not wait for sessions to end by themselves.
            EndSignal = "INT",
        };
    }

    /// <param name="socket">The folder of the socket.</param>
    /// <param name="database">The database's name.</param>
    /// <param name="connections">The size of the pool; 0 is none.</param>
    public static string ConnectionString(string socket, string database, int connections) => new NpgsqlConnectionStringBuilder
    {
        Host = socket,
        Port = Port,
        Username = PostgresCluster.Administrator,
        Database = database,
        Pooling = connections > 0,
        MaxPoolSize = Math.Max(1, connections),
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
