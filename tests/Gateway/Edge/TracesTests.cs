using System.Collections.Concurrent;
using System.Net;
using Kommunebro.Tests.Gateway.Hosting;

namespace Kommunebro.Tests.Gateway.Edge;

public sealed class TracesTests
{
    private const string Claimed = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly (string, string)[] Headers =
    [
        ("traceparent", $"00-{Claimed}-00f067aa0ba902b7-01"), ("tracestate", "evil=1"), ("baggage", "role=administrator"), ("Request-Id", "|evil.1."),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stranger_chooses_no_trace_and_sends_no_baggage_inside(bool isReceived)
    {
        var log = new ConcurrentQueue<string>();
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, log: log, isReceived: isReceived);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin", null, Headers);
        var seen = await Task.FromResult(answer).SeenAsync();

        Assert.Matches("^[0-9a-f]{32}$", answer.Header("Trace-Id"));
        Assert.NotEqual(Claimed, answer.Header("Trace-Id"));
        // The same trace goes on inside.
        Assert.Contains(answer.Header("Trace-Id")!, seen.Header("traceparent"), StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Headers, header => header.Value.Contains("evil", StringComparison.Ordinal) || header.Value.Contains("role=", StringComparison.Ordinal));
        await Eventually.TrueAsync(
            () => Task.FromResult(log.Any(line => line.Contains(seen.Header("traceparent")!.Split('-')[1], StringComparison.Ordinal))), "the log names the trace");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_trusted_proxy_may_have_begun_the_trace(bool isReceived)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["TrustTraceHeaders"] = "true" }, new ConcurrentQueue<string>(), isReceived);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin", null, Headers);

        Assert.Equal(Claimed, answer.Header("Trace-Id"));
        Assert.DoesNotContain((await Task.FromResult(answer).SeenAsync()).Headers, header => header.Value.Contains("role=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxy_that_says_who_calls_need_not_have_begun_the_trace(bool isReceived)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = await GatewayServer.StartAsync(upstream, new() { ["TrustForwardedHeaders"] = "true" }, new ConcurrentQueue<string>(), isReceived);

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin", null, Headers);

        Assert.NotEqual(Claimed, answer.Header("Trace-Id"));
    }

    [Fact]
    public async Task A_refusal_has_one_id_in_header_and_body()
    {
        await using var gateway = await GatewayServer.StartAsync(null, log: new ConcurrentQueue<string>());

        using var answer = await gateway.SendAsync(HttpMethod.Get, "/nowhere");

        var problem = await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(answer.Header("Trace-Id"), (string?)problem["traceId"]);
    }
}
