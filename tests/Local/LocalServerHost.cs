using System.Collections.Concurrent;
using Kommunebro.Local;
using Kommunebro.Local.Postgres;
using Kommunebro.Local.Processes;

namespace Kommunebro.Tests.Local;

/// <summary>Another process that has a data folder open and runs its server, to be killed.</summary>
internal static class LocalServerHost
{
    public const string Command = "hold-data-folder";

    private const string Connection = "connection";

    /// <summary>Starts such a process and returns it with the connection string of its server.</summary>
    public static async Task<(ChildProcess Process, string ConnectionString)> StartAsync(string folder)
    {
        var program = typeof(LocalServerHost).Assembly.Location;
        var said = new ConcurrentQueue<string>();
        var process = await ChildProcess.StartAsync(new ChildProgram("dotnet", program, Command, folder) { OnOutput = said.Enqueue });
        var connection = Path.Combine(folder, Connection);
        while (!File.Exists(connection))
        {
            Assert.False(process.HasEnded, $"the host ended before its server was ready: {string.Join('\n', said)}");
            await Task.Delay(50);
        }

        return (process, await File.ReadAllTextAsync(connection));
    }

    /// <summary>What that process does: it runs a server on the folder until it is killed.</summary>
    public static async Task HoldAsync(string folder)
    {
        using var data = DataFolder.Open(folder);
        await using var server = await EmbeddedPostgres.StartAsync(data);
        await File.WriteAllTextAsync($"{data.File(Connection)}.new", server.ConnectionString("postgres"));
        File.Move($"{data.File(Connection)}.new", data.File(Connection));
        await server.WaitAsync();
    }
}
