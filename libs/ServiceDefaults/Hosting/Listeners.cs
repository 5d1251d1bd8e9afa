using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// HTTP/1.1 and cleartext HTTP/2 (gRPC) on two addresses, since without TLS one address cannot serve both: IP addresses
/// (0.0.0.0 and [::] are all of the machine's) or unix sockets. A host without gRPC leaves the second one out.
/// </summary>
internal static class Listeners
{
    public static void AddListeners(this WebApplicationBuilder builder, ServiceIdentity identity)
    {
        var listenHttp = ListenerOf(identity, "Listen:Http", HttpProtocols.Http1);
        var listenGrpc = identity.Settings["Listen:Grpc"] is null ? null : ListenerOf(identity, "Listen:Grpc", HttpProtocols.Http2);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            // ListenAddresses relies on this order.
            listenHttp(kestrel);
            listenGrpc?.Invoke(kestrel);
        });
    }

    /// <summary>Reads the setting now, so that every command tells a wrong one, but touches sockets only to serve.</summary>
    private static Action<KestrelServerOptions> ListenerOf(ServiceIdentity identity, string setting, HttpProtocols protocols)
    {
        var key = $"{identity.Section}:{setting}";
        var value = identity.Require(setting);
        var address = ServiceAddress.Parse(key, value);
        if (address.Socket is { } socket)
            return kestrel =>
            {
                RemoveStale(key, socket);
                kestrel.ListenUnixSocket(socket, listener => listener.Protocols = protocols);
            };
        // A name would stand for whatever it resolves to on that day.
        if (address.Uri.Scheme != "http" || !IPAddress.TryParse(address.Uri.Host.Trim('[', ']'), out var ip))
            throw new SettingException(
                $"{key} is '{value}'. It must name an IP address, like http://127.0.0.1:5101 or http://0.0.0.0:5101, or a unix socket.");
        return kestrel =>
        {
            RefuseTaken(key, value, new IPEndPoint(ip, address.Uri.Port));
            kestrel.Listen(ip, address.Uri.Port, listener => listener.Protocols = protocols);
        };
    }

    /// <summary>Kestrel would say it with a stack trace.</summary>
    private static void RefuseTaken(string key, string value, IPEndPoint address)
    {
        using var probe = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(address);
        }
        catch (SocketException taken)
        {
            throw new SettingException($"{key} is '{value}', but: {taken.Message}. Stop the program that listens there, or change the setting.");
        }
    }

    /// <summary>A socket that a killed process left behind would block the start. One that answers, or another file, stays.</summary>
    private static void RemoveStale(string key, string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new SettingException($"{key} is 'unix:{path}', but its folder does not exist. Make it, or change the setting.");
        if (!File.Exists(path))
            return;
        if (new FileInfo(path).Length > 0)
            throw new SettingException($"{key} is 'unix:{path}', but that file is no socket. Change the setting.");
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
            return;
        }

        throw new SettingException($"{key} is 'unix:{path}', but a program listens there. Stop it, or change the setting.");
    }
}
