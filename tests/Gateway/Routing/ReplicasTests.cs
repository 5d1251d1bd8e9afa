using System.Net;
using Kommunebro.Tests.Gateway.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.Gateway.Routing;

public sealed class ReplicasTests
{
    [Fact]
    public async Task Requests_are_spread_over_the_replicas()
    {
        var (first, second) = (0, 0);
        await using var one = await Upstream.StartAsync(Count(() => Interlocked.Increment(ref first)));
        await using var other = await Upstream.StartAsync(Count(() => Interlocked.Increment(ref second)));
        await using var gateway = await GatewayServer.StartAsync(null, new() { ["Services:Admin"] = $"{one.Address}, {other.Address}" });

        for (var i = 0; i < 60; i++)
            (await gateway.SendAsync(HttpMethod.Get, "/admin")).Dispose();

        Assert.Equal(60, first + second);
        Assert.True(first > 5 && second > 5, $"{first} and {second}");
    }

    [Fact]
    public async Task A_replica_that_does_not_answer_is_left_alone()
    {
        await using var good = await Upstream.StartAsync(Count(() => { }));
        var away = $"http://127.0.0.1:{FreePort.Next()}";
        await using var gateway = await GatewayServer.StartAsync(null, new() { ["Services:Admin"] = $"{away},{good.Address}" });

        // Until enough failed to tell a pattern from an accident.
        await Eventually.TrueAsync(
            async () =>
            {
                var statuses = new List<HttpStatusCode>();
                for (var i = 0; i < 20; i++)
                    statuses.Add(await StatusAsync(gateway));
                return statuses.TrueForAll(status => status == HttpStatusCode.OK);
            },
            "all requests go to the replica that answers");
    }

    [Fact]
    public async Task When_the_only_one_was_away_it_is_asked_again()
    {
        var port = FreePort.Next();
        await using var gateway = await GatewayServer.StartAsync(null, new() { ["Services:Admin"] = $"http://127.0.0.1:{port}" });
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(gateway));

        await using var back = await Upstream.StartAsync(Count(() => { }), port: port);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway));
    }

    [Fact]
    public async Task A_socket_among_several_is_told_at_the_start()
    {
        var told = await Assert.ThrowsAnyAsync<Exception>(
            () => GatewayServer.StartAsync(null, new() { ["Services:Matching"] = "unix:/run/a.sock,http://127.0.0.1:1" }));

        Assert.Contains("A socket must stand alone", told.ToString(), StringComparison.Ordinal);
    }

    private static RequestDelegate Count(Action asked) => _ =>
    {
        asked();
        return Task.CompletedTask;
    };

    private static async Task<HttpStatusCode> StatusAsync(GatewayServer gateway)
    {
        using var answer = await gateway.SendAsync(HttpMethod.Get, "/admin");
        return answer.StatusCode;
    }
}
