using Kommunebro.Local;
using Kommunebro.Local.Postgres;
using Npgsql;

namespace Kommunebro.Testing;

/// <summary>
/// The PostgreSQL server of this test process: the one that <c>KOMMUNEBRO_TEST_POSTGRES</c> names (a connection
/// string of an account that may create databases), else a private one, started with the first database and gone
/// with the process.
/// </summary>
public static class PostgresServer
{
    private const string Variable = "KOMMUNEBRO_TEST_POSTGRES";

    // What a power failure would leave is of no interest here; speed is.
    private static readonly Dictionary<string, string> Fast = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "300",
    };

    private static readonly Lazy<Task<string>> Administration = new(ConnectAsync);

    // The private server lives as long as the process; its guard stops it then.
    private static EmbeddedPostgres? _server;

    /// <summary>How to connect to the server's administrative database.</summary>
    public static Task<string> ConnectionStringAsync() => Administration.Value;

    /// <summary>Makes an empty database, with a name of its own.</summary>
    /// <param name="name">What it is for: the start of its name.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public static Task<TestDatabase> CreateDatabaseAsync(string name = "test", CancellationToken cancellation = default) =>
        TestDatabase.CreateAsync(name, template: null, cancellation);

    internal static async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync());
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<string> ConnectAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            GivenServer.TidyAtExit(given);
            return given;
        }

        var binaries = (await PostgresBinaries.InstalledAsync()).Find(found => found.Major >= PostgresBinaries.OldestMajor);
        if (binaries is null) MissingTool.Skip($"PostgreSQL {PostgresBinaries.OldestMajor} or newer", "postgresql", $"give a server in {Variable}");

        var data = DataFolder.Open(TemporaryFolder.Create("postgres"));
        _server = await EmbeddedPostgres.StartAsync(data, new EmbeddedPostgresOptions { Binaries = binaries, Settings = Fast });
        return _server.ConnectionString("postgres");
    }
}
