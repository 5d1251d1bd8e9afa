using System.Net;
using System.Net.Sockets;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>What ./dev run starts: all hosts in one process with an embedded PostgreSQL.</summary>
public sealed class OneProcess : IRunningPlatform
{
    private readonly ServiceProcess _process;

    private OneProcess(ServiceProcess process, int port)
    {
        _process = process;
        Registry = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        NeedsIntake = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port + 1}") };
    }

    public HttpClient Registry { get; }

    public HttpClient NeedsIntake { get; }

    public HttpClient Matching => _process.Http;

    public string Output => _process.Output;

    public static async Task<OneProcess> StartAsync(string data)
    {
        // Matching starts last, so when it is ready all are.
        var port = FreePorts();
        var started = await ServiceProcess.StartAsync(
            "Kommunebro.Local", new Uri($"http://127.0.0.1:{port + 2}"), new Dictionary<string, string?>(), ["--data", data, "--port", $"{port}"]);
        return new OneProcess(started, port);
    }

    public Task KillAsync() => _process.KillAsync();

    public Task StopAsync() => _process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Registry.Dispose();
        NeedsIntake.Dispose();
        await _process.DisposeAsync();
    }

    /// <summary>The first of three free ports in a row.</summary>
    public static int FreePorts()
    {
        while (true)
        {
            var port = FreePort.Next();
            if (IsFree(port + 1) && IsFree(port + 2))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
