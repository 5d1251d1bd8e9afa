using System.Collections.Concurrent;
using System.Text.Json;
using Kommunebro.Local.Processes;

namespace Kommunebro.Testing;

/// <summary>
/// A peer of other people's making that runs in Node: its packages come by npm, pinned by the committed lock file, once for each
/// test process. It writes lines of JSON, the first when it listens.
/// </summary>
internal sealed class NodePeer(string script, int port) : IAsyncDisposable
{
    /// <summary>Where the scripts and their packages are.</summary>
    public static readonly Lazy<Task<string>> Folder = new(InstallAsync);

    private readonly ConcurrentQueue<JsonElement> _lines = new();
    private ChildProcess? _process;

    /// <summary>What it wrote since it was made, without the lines that say that it listens.</summary>
    public IEnumerable<JsonElement> Lines => _lines.Where(line => !line.TryGetProperty("listening", out _));

    /// <summary>Starts it and returns when it listens; skips the test when Node is missing.</summary>
    public async Task StartAsync()
    {
        var before = Listened;
        var path = Path.Combine(await Folder.Value, script);
        var number = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _process = await ChildProcess.StartAsync(new ChildProgram("node", path, number) { OnOutput = Take });
        await Eventually.TrueAsync(() => Task.FromResult(Listened > before || _process.HasEnded), $"{script} listens");
        if (_process.HasEnded)
            throw new InvalidOperationException($"{script} did not start.");
    }

    /// <summary>Ends it; what it wrote stays.</summary>
    public async Task StopAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private int Listened => _lines.Count(line => line.TryGetProperty("listening", out _));

    private void Take(string line)
    {
        // Warnings of Node are no JSON.
        if (line.StartsWith('{'))
            _lines.Enqueue(JsonDocument.Parse(line).RootElement);
    }

    private static async Task<string> InstallAsync()
    {
        var folder = TemporaryFolder.Create("peers");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "peers")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var npm = await Command.RunAsync(
            "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder: folder);
        if (npm.ExitCode == 127)
            MissingTool.Skip("Node with npm", "npm", "install Node from its makers");
        return npm.Succeeded ? folder : throw new InvalidOperationException($"npm could not fetch the peers: {npm.Error}");
    }
}
