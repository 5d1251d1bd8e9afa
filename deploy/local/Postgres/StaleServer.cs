using System.Globalization;
using Kommunebro.Local.Processes;

namespace Kommunebro.Local.Postgres;

/// <summary>
/// The server that a killed process left behind. Its guard stops it, which takes a moment; and a guard can be
/// killed as well. The data folder's lock says that nobody else uses it.
/// </summary>
internal static class StaleServer
{
    // Above the highest number that Linux (2^22) and macOS (99998) give to a process.
    private const string NoProcess = "4194305";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Stops the server that still runs on the cluster, if any, and makes what it left harmless.</summary>
    /// <exception cref="UserError">It does not stop.</exception>
    public static async Task StopAsync(PostgresCluster cluster, CancellationToken cancellation)
    {
        var pidFile = Path.Combine(cluster.Folder, "postmaster.pid");
        if (!File.Exists(pidFile)) return;

        var lines = await File.ReadAllLinesAsync(pidFile, cancellation);
        if (!int.TryParse(lines.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return;

        if (await IsServerAsync(id, cluster, cancellation))
        {
            // Asked once, a fast shutdown is under way; to ask again changes nothing.
            await Command.RunAsync("sh", ["-c", "kill -s INT \"$1\"", "sh", $"{id}"], cancellation: cancellation);
            await WaitAsync(id, cluster, cancellation);
        }

        // PostgreSQL would take any living process of this account with that number, and a dead one that nobody has
        // collected, for itself. The other lines stay: by them it sees whether sessions of the old server still run.
        if (File.Exists(pidFile)) await File.WriteAllLinesAsync(pidFile, [NoProcess, .. lines.Skip(1)], cancellation);
    }

    private static async Task WaitAsync(int id, PostgresCluster cluster, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            while (await IsServerAsync(id, cluster, limit.Token))
                await Task.Delay(50, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UserError($"An earlier PostgreSQL (process {id}) on {cluster.Folder} does not stop. End it, then start again.");
        }
    }

    private static async Task<bool> IsServerAsync(int id, PostgresCluster cluster, CancellationToken cancellation)
    {
        var command = await CommandLineAsync(id, cancellation);
        return command.Contains("postgres", StringComparison.Ordinal) && command.Contains(cluster.Folder, StringComparison.Ordinal);
    }

    private static async Task<string> CommandLineAsync(int id, CancellationToken cancellation)
    {
        if (OperatingSystem.IsMacOS())
            return (await Command.RunAsync("ps", ["-o", "command=", "-p", $"{id}"], cancellation: cancellation)).Output;

        try
        {
            return await File.ReadAllTextAsync($"/proc/{id}/cmdline", cancellation);
        }
        catch (IOException)
        {
            // No such process, or it ended while we read.
            return "";
        }
    }
}
