using System.Collections.Concurrent;
using System.Diagnostics;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Edge;

/// <summary>Whoever sends as slowly as it can (slow-loris) holds a connection for seconds, and nothing behind the gateway.</summary>
public sealed class SlowRequestsTests
{
    [Fact]
    public async Task Headers_that_never_end_are_cut_off_after_seconds()
    {
        var log = new ConcurrentQueue<string>();
        await using var gateway = await GatewayServer.StartAsync(null, log: log);
        using var call = await RawCall.OpenAsync(gateway);
        var started = Stopwatch.GetTimestamp();
        await call.SendAsync("GET /admin HTTP/1.1\r\nHost: issuer.test\r\n");
        var dripping = DripAsync(call, "X-A: b\r\n");

        var answer = await call.ReadAsync(TimeSpan.FromMinutes(1));

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 5, 40);
        await dripping;
        await Eventually.TrueAsync(
            () => Task.FromResult(log.Any(line => line.Contains("refused with 408", StringComparison.Ordinal))), "the slow one is noted");
    }

    [Fact]
    public async Task A_body_that_never_ends_is_cut_off_after_seconds()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            try
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
            }
            catch (Exception broken) when (broken is IOException or BadHttpRequestException or OperationCanceledException)
            {
                gone.TrySetResult();
            }
        });
        await using var gateway = await GatewayServer.StartAsync(upstream);
        using var call = await RawCall.OpenAsync(gateway);
        var started = Stopwatch.GetTimestamp();
        await call.SendAsync("POST /admin/upload HTTP/1.1\r\nHost: issuer.test\r\nContent-Length: 100000\r\n\r\n");
        var dripping = DripAsync(call, "a");

        var answer = await call.ReadAsync(TimeSpan.FromMinutes(1));

        Assert.Matches("^HTTP/1.1 (400|408) ", answer);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 2, 40);
        await dripping;
        await gone.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task While_many_drip_others_are_served()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream);
        var calls = new List<RawCall>();
        for (var i = 0; i < 200; i++)
        {
            calls.Add(await RawCall.OpenAsync(gateway));
            await calls[^1].SendAsync("GET /admin HTTP/1.1\r\nHost: issuer.test\r\n");
        }

        var seen = await gateway.SendAsync(HttpMethod.Get, "/admin").SeenAsync();

        Assert.Equal("/admin", seen.Path);
        calls.ForEach(call => call.Dispose());
    }

    private static async Task DripAsync(RawCall call, string drop)
    {
        try
        {
            for (var i = 0; i < 60; i++)
            {
                await call.SendAsync(drop);
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
        catch (IOException)
        {
            // It hung up.
        }
    }
}
