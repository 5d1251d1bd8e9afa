using Kommunebro.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;

namespace Kommunebro.Gateway.Routing;

/// <summary>
/// Where the services are. Settings: "Gateway:Services:<i>cluster</i>", http://host:port or unix:/path. A cluster is one
/// address: in Kubernetes the name of a Service, which knows the replicas that are ready.
/// </summary>
internal sealed class Upstreams(ServiceIdentity gateway) : IProxyConfigFilter
{
    /// <summary>The address of <paramref name="cluster"/>.</summary>
    /// <exception cref="SettingException">The setting is missing or no address.</exception>
    public ServiceAddress Of(string cluster) =>
        ServiceAddress.Parse($"{gateway.Section}:Services:{cluster}", gateway.Require($"Services:{cluster}"));

    /// <inheritdoc />
    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel) => ValueTask.FromResult(
        cluster with
        {
            Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
            {
                [cluster.ClusterId] = new() { Address = Of(cluster.ClusterId).Uri.ToString() },
            },
        });

    /// <inheritdoc />
    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) =>
        ValueTask.FromResult(route);
}
