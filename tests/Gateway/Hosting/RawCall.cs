using System.Net.Sockets;
using System.Text;

namespace Kommunebro.Tests.Gateway.Hosting;

/// <summary>Bytes on a socket, as no HTTP client would write them.</summary>
internal sealed class RawCall : IDisposable
{
    private readonly TcpClient _tcp = new();

    private RawCall()
    {
    }

    /// <summary>A connection to <paramref name="gateway"/>.</summary>
    public static async Task<RawCall> OpenAsync(GatewayServer gateway)
    {
        var call = new RawCall();
        await call._tcp.ConnectAsync(gateway.Http.BaseAddress!.Host, gateway.Http.BaseAddress.Port);
        return call;
    }

    /// <summary>Sends <paramref name="text"/>, each character a byte, and reads until the gateway hangs up or says no more for a while.</summary>
    public static async Task<string> AskAsync(GatewayServer gateway, string text)
    {
        using var call = await OpenAsync(gateway);
        await call.SendAsync(text);
        return await call.ReadAsync();
    }

    /// <summary>A request line and headers, with the public origin's host.</summary>
    public static string Get(string target, params string[] headers) =>
        $"GET {target} HTTP/1.1\r\nHost: issuer.test\r\n{string.Concat(headers.Select(header => $"{header}\r\n"))}Connection: close\r\n\r\n";

    public async Task SendAsync(string text) => await _tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>What comes until the gateway hangs up, at most for <paramref name="patience"/> (30 s).</summary>
    public async Task<string> ReadAsync(TimeSpan? patience = null)
    {
        using var time = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(30));
        var (read, buffer) = (new StringBuilder(), new byte[4096]);
        try
        {
            for (int count; (count = await _tcp.GetStream().ReadAsync(buffer, time.Token)) > 0;)
                read.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // Hung up in the middle: what came before stands.
        }

        return read.ToString();
    }

    public void Dispose() => _tcp.Dispose();
}
