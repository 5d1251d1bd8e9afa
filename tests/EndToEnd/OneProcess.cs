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

    /// <summary>Starts it and returns when the example is loaded and matched, so that nothing happens but what the test does.</summary>
    /// <param name="data">The folder that holds everything.</param>
    /// <param name="settings">Settings by section and name ("Gateway:Limits:AtOnce") that differ from those of a first run.</param>
    public static async Task<OneProcess> StartAsync(string data, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var platform = await BeginAsync(data, settings);
        try
        {
            await Eventually.TrueAsync(
                () => Task.FromResult(platform.Output.Contains("The platform is running.", StringComparison.Ordinal)), "the example is loaded");
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and returns when it answers, while it still loads the example.</summary>
    public static async Task<OneProcess> BeginAsync(string data, IReadOnlyDictionary<string, string?>? settings = null)
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
