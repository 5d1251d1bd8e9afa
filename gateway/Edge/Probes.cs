namespace Kommunebro.Gateway.Edge;

/// <summary>Requests of the cluster's own agents, which ask by address, often, and must not fail because somebody else is busy.</summary>
internal static class Probes
{
    /// <summary>Whether it is one; anything else below /health is not.</summary>
    public static bool IsProbe(this HttpRequest request) => request.Path.Value is "/health/live" or "/health/ready";
}
