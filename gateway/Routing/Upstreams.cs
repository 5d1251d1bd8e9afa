using Kommunebro.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Kommunebro.Gateway.Routing;

/// <summary>
/// Where the services are. Settings: "Gateway:Services:<i>cluster</i>", http://host:port or unix:/path. In Kubernetes it is the name of
/// a Service, which knows the replicas that are ready. Where nobody else knows, it names each replica, with commas between: then
/// one that does not answer is left alone for a while.
/// </summary>
internal sealed class Upstreams(ServiceIdentity gateway) : IProxyConfigFilter
{
    private static readonly HealthCheckConfig LeaveFailing = new()
    {
        // When all fail, all are tried: one that is away would not come back by being forgotten.
        AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        Passive = new PassiveHealthCheckConfig
        {
            Enabled = true,
            Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate,
            ReactivationPeriod = TimeSpan.FromSeconds(10),
        },
    };

    /// <summary>The addresses of <paramref name="cluster"/>, at least one.</summary>
    /// <exception cref="SettingException">The setting is missing or no address.</exception>
    public IReadOnlyList<ServiceAddress> Of(string cluster)
    {
        var key = $"{gateway.Section}:Services:{cluster}";
        var addresses = gateway.Require($"Services:{cluster}").Split(',', StringSplitOptions.TrimEntries)
            .Select(address => ServiceAddress.Parse(key, address)).ToList();
        return addresses.Count == 1 || addresses.TrueForAll(address => address.Socket is null)
            ? addresses
            : throw new SettingException($"{key} names a unix socket among several addresses. A socket must stand alone.");
    }

    /// <inheritdoc />
    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel)
    {
        var destinations = Of(cluster.ClusterId).Select((address, number) => KeyValuePair.Create(
            $"{cluster.ClusterId}-{number}", new DestinationConfig { Address = address.Uri.ToString() }));
        return ValueTask.FromResult(cluster with
        {
            Destinations = new Dictionary<string, DestinationConfig>(destinations, StringComparer.Ordinal),
            LoadBalancingPolicy = cluster.LoadBalancingPolicy ?? LoadBalancingPolicies.PowerOfTwoChoices,
            HealthCheck = cluster.HealthCheck ?? LeaveFailing,
        });
    }

    /// <inheritdoc />
    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) =>
        ValueTask.FromResult(route);
}
