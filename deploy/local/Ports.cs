using System.Net;
using System.Net.Sockets;

namespace Kommunebro.Local;

/// <summary>Looks at the port before anything is started, so that a taken one is told at once.</summary>
internal static class Ports
{
    /// <exception cref="UserError">The port is taken.</exception>
    public static void RefuseTaken(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException taken)
        {
            throw new UserError($"Port {port} is taken. Stop the program that listens there, or choose another one with --port.", taken);
        }
    }
}
