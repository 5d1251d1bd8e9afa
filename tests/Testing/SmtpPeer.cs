using System.Text.Json;
using MimeKit;

namespace Kommunebro.Testing;

/// <summary>A message as a mail server took it.</summary>
/// <param name="To">The address on its envelope.</param>
/// <param name="User">The account that signed in to send it; null when none did.</param>
/// <param name="Message">The message itself.</param>
public sealed record ReceivedMail(string To, string? User, MimeMessage Message)
{
    /// <summary>Its subject.</summary>
    public string Subject => Message.Subject ?? "";

    /// <summary>Its text, with plain line breaks.</summary>
    public string Text => (Message.TextBody ?? "").ReplaceLineEndings("\n");
}

/// <summary>
/// A real mail server (the npm package smtp-server) on the loopback address. It refuses addresses that begin with "unknown" for good
/// (550) and those that begin with "busy" for now (451). Stopped and started again it is the same server at the same port.
/// </summary>
public sealed class SmtpPeer : IAsyncDisposable
{
    private readonly NodePeer _peer;

    private SmtpPeer(int port)
    {
        Port = port;
        _peer = new NodePeer("smtp-peer.mjs", port);
    }

    /// <summary>Where it listens, on 127.0.0.1, also when it is stopped.</summary>
    public int Port { get; }

    /// <summary>What it has taken, in order.</summary>
    public IReadOnlyList<ReceivedMail> Messages => [.. _peer.Lines.Select(Read)];

    /// <summary>A server that is not started yet.</summary>
    public static SmtpPeer Stopped() => new(FreePort.Next());

    /// <summary>A started server.</summary>
    public static async Task<SmtpPeer> StartNewAsync()
    {
        var peer = Stopped();
        await peer.StartAsync();
        return peer;
    }

    /// <summary>Starts it, again with what it has taken.</summary>
    public Task StartAsync() => _peer.StartAsync();

    /// <summary>Stops it: nobody listens any more.</summary>
    public Task StopAsync() => _peer.StopAsync();

    /// <summary>The first message that fits, as soon as it is there.</summary>
    public async Task<ReceivedMail> WaitForAsync(Func<ReceivedMail, bool> fits, string what)
    {
        ReceivedMail? found = null;
        await Eventually.TrueAsync(() => Task.FromResult((found = Messages.FirstOrDefault(fits)) is not null), what);
        return found!;
    }

    public ValueTask DisposeAsync() => _peer.DisposeAsync();

    private static ReceivedMail Read(JsonElement line)
    {
        using var raw = new MemoryStream(line.GetProperty("raw").GetBytesFromBase64());
        return new ReceivedMail(
            line.GetProperty("to")[0].GetString()!, line.GetProperty("user").GetString(), MimeMessage.Load(raw));
    }
}
