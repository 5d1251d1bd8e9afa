using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kommunebro.Testing;

/// <summary>Free TCP ports on the loopback address.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port that nobody listens on now and that this process was not given before.</summary>
    public static int Next()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            if (Given.TryAdd(port, value: true)) return port;
        }
    }
}
