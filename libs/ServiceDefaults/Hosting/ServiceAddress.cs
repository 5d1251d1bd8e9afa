using System.Net.Sockets;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Where a service listens or is found, as settings write it: http://127.0.0.1:5101, unix:/run/registry.sock, or for
/// gRPC clients in a cluster dns:///registry:5201.
/// </summary>
public sealed class ServiceAddress
{
    private const string UnixPrefix = "unix:";

    private ServiceAddress(Uri uri, string? socket)
    {
        Uri = uri;
        Socket = socket;
    }

    /// <summary>The base address of requests; with a socket the host name in it has no meaning.</summary>
    public Uri Uri { get; }

    /// <summary>The path of the unix socket; null when it is reached over the network.</summary>
    public string? Socket { get; }

    /// <summary>Reads the setting <paramref name="key"/>.</summary>
    /// <exception cref="SettingException">It is no address.</exception>
    public static ServiceAddress Parse(string key, string value)
    {
        if (value.StartsWith(UnixPrefix, StringComparison.Ordinal))
            return new ServiceAddress(new Uri("http://localhost"), SocketPath(key, value[UnixPrefix.Length..]));
        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "dns"
            ? new ServiceAddress(uri, null)
            : throw new SettingException($"{key} is '{value}'. It must be like http://127.0.0.1:5101 or unix:/run/service.sock.");
    }

    /// <summary>A handler that reaches it, also over a unix socket, for requests to <see cref="Uri"/>.</summary>
    public SocketsHttpHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler();
        Reach(handler);
        return handler;
    }

    /// <summary>Makes a handler that somebody else created reach it, also over a unix socket.</summary>
    public void Reach(SocketsHttpHandler handler)
    {
        if (Socket is not null)
            handler.ConnectCallback = async (_, cancellationToken) => await ConnectAsync(Socket, cancellationToken);
    }

    private static string SocketPath(string key, string path)
    {
        if (!Path.IsPathRooted(path))
            throw new SettingException($"{key} is '{UnixPrefix}{path}'. A unix socket needs its whole path.");
        try
        {
            _ = new UnixDomainSocketEndPoint(path);
            return path;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new SettingException($"{key} is '{UnixPrefix}{path}'. The system does not take a socket path that is so long.");
        }
    }

    private static async Task<NetworkStream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
