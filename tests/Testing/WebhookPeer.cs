using System.Net.Http.Json;
using System.Text.Json;

namespace Kommunebro.Testing;

/// <summary>A call as a partner's system took it.</summary>
/// <param name="Path">The path that was called.</param>
/// <param name="Id">The header webhook-id.</param>
/// <param name="Signature">The header webhook-signature.</param>
/// <param name="Fault">What the stock library holds against the signature; null when it is right.</param>
/// <param name="Body">The body.</param>
public sealed record ReceivedCall(string Path, string Id, string Signature, string? Fault, JsonElement Body)
{
    /// <summary>The event's name.</summary>
    public string Type => Body.GetProperty("type").GetString()!;
}

/// <summary>
/// A partner's system on the loopback address that checks signatures with the stock library (the npm package standardwebhooks).
/// </summary>
public sealed class WebhookPeer : IAsyncDisposable
{
    private readonly NodePeer _peer;
    private readonly HttpClient _control;
    private int _status = 200;
    private TimeSpan _delay;
    private string? _secret;

    private WebhookPeer(int port)
    {
        _peer = new NodePeer("webhook-peer.mjs", port);
        Address = new Uri($"http://127.0.0.1:{port}/hook");
        _control = new HttpClient { BaseAddress = Address };
    }

    /// <summary>The address to be called.</summary>
    public Uri Address { get; }

    /// <summary>What it was sent, in order.</summary>
    public IReadOnlyList<ReceivedCall> Calls => [.. _peer.Lines.Select(Read)];

    /// <summary>A started system that answers 200 at once and knows no secret.</summary>
    public static async Task<WebhookPeer> StartNewAsync()
    {
        var peer = new WebhookPeer(FreePort.Next());
        await peer._peer.StartAsync();
        return peer;
    }

    /// <summary>From now on it answers with <paramref name="status"/>, after <paramref name="delay"/>.</summary>
    public Task AnswerAsync(int status, TimeSpan delay = default)
    {
        (_status, _delay) = (status, delay);
        return TellAsync();
    }

    /// <summary>From now on it checks signatures with <paramref name="secret"/>.</summary>
    public Task TrustAsync(string secret)
    {
        _secret = secret;
        return TellAsync();
    }

    /// <summary>The first call that fits, as soon as it is there.</summary>
    public async Task<ReceivedCall> WaitForAsync(Func<ReceivedCall, bool> fits, string what)
    {
        ReceivedCall? found = null;
        await Eventually.TrueAsync(() => Task.FromResult((found = Calls.FirstOrDefault(fits)) is not null), what);
        return found!;
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _peer.DisposeAsync();
    }

    private async Task TellAsync()
    {
        using var answer = await _control.PostAsJsonAsync(
            new Uri("/__control", UriKind.Relative), new { status = _status, delay = _delay.TotalMilliseconds, secret = _secret });
        answer.EnsureSuccessStatusCode();
    }

    private static ReceivedCall Read(JsonElement line) => new(
        line.GetProperty("path").GetString()!,
        line.GetProperty("id").GetString()!,
        line.GetProperty("signature").GetString()!,
        line.GetProperty("fault").GetString(),
        JsonDocument.Parse(line.GetProperty("body").GetString()!).RootElement);
}
