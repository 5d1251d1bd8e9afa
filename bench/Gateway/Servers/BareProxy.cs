using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;

namespace Kommunebro.Bench.Gateway.Servers;

/// <summary>YARP with one route and nothing else: no tokens, limits, headers, log or compression.</summary>
internal static class BareProxy
{
    public static async Task<int> RunAsync(int port, Uri upstream)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "one", Match = new RouteMatch { Path = "/{**rest}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "one",
                    Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = upstream.ToString() } },
                },
            ]);
        var app = builder.Build();
        app.MapReverseProxy();
        await app.RunAsync($"http://127.0.0.1:{port}");
        return 0;
    }
}
