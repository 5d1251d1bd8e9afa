using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Kommunebro.Testing;

/// <summary>A line to a PostgreSQL server that a test can cut and mend: new and running connections then fail as in an outage.</summary>
public sealed class DatabaseLine : IAsyncDisposable
{
    private readonly TcpListener _entrance = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly NpgsqlConnectionStringBuilder _target;
    private readonly Task _accepting;
    private volatile bool _cut;

    /// <summary>Lays a line to the database of <paramref name="connectionString"/>.</summary>
    public DatabaseLine(string connectionString)
    {
        _target = new NpgsqlConnectionStringBuilder(connectionString);
        _entrance.Start();
        _accepting = AcceptAsync();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_entrance.LocalEndpoint).Port,
        }.ConnectionString;
    }

    /// <summary>How to connect through the line.</summary>
    public string ConnectionString { get; }

    /// <summary>Breaks every connection and takes no new one.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var socket in _open.Keys)
            socket.Dispose();
    }

    /// <summary>Takes connections again.</summary>
    public void Mend() => _cut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        _entrance.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
                carried.Add(CarryAsync(await _entrance.AcceptSocketAsync()));
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = _target.Host!.StartsWith('/')
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            _open[client] = _open[server] = 0;
            try
            {
                if (_cut)
                    return;
                await server.ConnectAsync(_target.Host.StartsWith('/')
                    ? new UnixDomainSocketEndPoint($"{_target.Host}/.s.PGSQL.{_target.Port}")
                    : new DnsEndPoint(_target.Host, _target.Port));
                await using var left = new NetworkStream(client);
                await using var right = new NetworkStream(server);
                await Task.WhenAny(left.CopyToAsync(right), right.CopyToAsync(left));
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException)
            {
                // That is what a cut line does.
            }
            finally
            {
                _open.TryRemove(client, out _);
                _open.TryRemove(server, out _);
            }
        }
    }
}
