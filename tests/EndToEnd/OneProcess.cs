using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>What ./dev run starts: all hosts in one process with an embedded PostgreSQL.</summary>
public sealed class OneProcess : IRunningPlatform
{
    private readonly ServiceProcess _process;

    private OneProcess(ServiceProcess process, int port, string data)
    {
        _process = process;
        Origin = new Uri($"http://localhost:{port}/");
        Tokens = new StaffTokens(Path.Combine(data, "keys"), Origin);
        Mail = new FolderMailbox(Path.Combine(data, "mail"));
    }

    public Uri Origin { get; }

    public StaffTokens Tokens { get; }

    public IMailbox Mail { get; }

    public string Output => _process.Output;

    /// <param name="data">The folder that holds everything.</param>
    /// <param name="settings">Settings by section and name ("Gateway:Limits:AtOnce") that differ from those of a first run.</param>
    public static async Task<OneProcess> StartAsync(string data, IReadOnlyDictionary<string, string?>? settings = null)
    {
        // The gateway starts last, so when it is ready all are.
        var port = FreePort.Next();
        var started = await ServiceProcess.StartAsync(
            "Kommunebro.Local",
            new Uri($"http://127.0.0.1:{port}"),
            (settings ?? new Dictionary<string, string?>()).ToDictionary(
                setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value),
            ["--data", data, "--port", $"{port}"]);
        return new OneProcess(started, port, data);
    }

    public Task KillAsync() => _process.KillAsync();

    public Task StopAsync() => _process.StopAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
