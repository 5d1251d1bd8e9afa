using System.Net.Sockets;
using Kommunebro.Local.Processes;
using Npgsql;

namespace Kommunebro.Local.Postgres;

/// <summary>
/// A PostgreSQL server as a child process, its data in <c>postgres</c> inside the data folder, its log in
/// <c>postgres.log</c>. It listens on a unix socket alone, in a folder that only its account may enter: the file
/// system is the lock, so it needs no password (<c>trust</c>), occupies no port, and nobody else on the machine,
/// nor anybody on the network, can connect. Should TCP ever be switched on, its connections are refused.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly ChildProcess _server;
    private readonly string _socketFolder;

    private EmbeddedPostgres(ChildProcess server, string socketFolder)
    {
        _server = server;
        _socketFolder = socketFolder;
    }

    /// <summary>The server's process id.</summary>
    public int ProcessId => _server.Id;

    /// <summary>How to connect to a database of this server.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="connections">How many connections its pool may hold; all pools together must stay below 97.</param>
    public string ConnectionString(string database, int connections = 20) => ServerProgram.ConnectionString(_socketFolder, database, connections);

    /// <summary>Starts the server, makes its data folder on the first start, and returns when it answers.</summary>
    /// <exception cref="UserError">No binaries, data of another major version, an unreachable folder, a full disk, or a server that ends at once.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        DataFolder data, EmbeddedPostgresOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new EmbeddedPostgresOptions();
        var account = ServerAccount.Current();
        var cluster = new PostgresCluster(data.File("postgres"));
        var binaries = options.Binaries ?? await PostgresBinaries.FindAsync(cluster.Major, options.Tell, cancellation);
        await PrepareAsync(cluster, binaries, account, options.Tell, cancellation);

        var socket = await ServerSocket.FolderAsync(data, account, cancellation);
        var log = await ServerLog.OpenAsync(data, account, cancellation);
        var program = ServerProgram.For(cluster, binaries, account, socket, log, options.Settings);
        for (var attempt = 1; ; attempt++)
        {
            if (await LaunchAsync(program, socket, options.Tell, cancellation) is { } postgres) return postgres;
            if (attempt == MostAttempts || !await log.SaysOldSessionsRunAsync(cancellation)) throw await log.ExplainEndAsync(cancellation);

            if (attempt == 1) options.Tell("PostgreSQL waits for the sessions of a killed server to end");
            await Task.Delay(TimeSpan.FromSeconds(0.5), cancellation);
        }
    }

    /// <summary>Completes when the server has ended, wanted or not.</summary>
    public Task WaitAsync(CancellationToken cancellation = default) => _server.WaitAsync(cancellation);

    /// <summary>Stops the server: sessions are closed, everything is written, the next start needs no recovery.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (Directory.Exists(_socketFolder)) Directory.Delete(_socketFolder, recursive: true);
    }

    // Half a minute.
    private const int MostAttempts = 60;

    private static async Task PrepareAsync(
        PostgresCluster cluster, PostgresBinaries binaries, ServerAccount account, Action<string> tell, CancellationToken cancellation)
    {
        await StaleServer.StopAsync(cluster, cancellation);
        if (cluster.Major is null)
        {
            tell($"Making a PostgreSQL {binaries.Major} database in {cluster.Folder}");
            await cluster.MakeAsync(binaries, account, cancellation);
        }
        else if (cluster.Major != binaries.Major)
        {
            throw new UserError(
                $"{cluster.Folder} was made by PostgreSQL {cluster.Major} and cannot be used with PostgreSQL {binaries.Major}. "
                + $"Install PostgreSQL {cluster.Major}, or give another folder with --data.");
        }

        await account.OwnAsync(cluster.Folder, cancellation);
    }

    private static async Task<EmbeddedPostgres?> LaunchAsync(
        ChildProgram program, string socket, Action<string> tell, CancellationToken cancellation)
    {
        var child = await ChildProcess.StartAsync(program, cancellation);
        try
        {
            if (await IsReadyAsync(child, socket, tell, cancellation)) return new EmbeddedPostgres(child, socket);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }

        await child.DisposeAsync();
        return null;
    }

    private static async Task<bool> IsReadyAsync(ChildProcess child, string socket, Action<string> tell, CancellationToken cancellation)
    {
        for (var attempt = 1; !child.HasEnded; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ServerProgram.ConnectionString(socket, PostgresCluster.Administrator, connections: 0));
                await connection.OpenAsync(cancellation);
                return true;
            }
            catch (NpgsqlException notYet) when (notYet.IsTransient || notYet.InnerException is SocketException)
            {
                // After a crash it first replays its log, for as long as that takes.
                if (attempt % 200 == 0) tell("PostgreSQL is recovering its data");
                await Task.Delay(25, cancellation);
            }
        }

        return false;
    }
}
