using Yarp.ReverseProxy.Forwarder;

namespace Kommunebro.Gateway.Routing;

/// <summary>Makes the clients that forward, also over unix sockets.</summary>
internal sealed class UpstreamClients(Upstreams upstreams) : ForwarderHttpClientFactory
{
    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        handler.ConnectTimeout = TimeSpan.FromSeconds(3);
        // Connections are spread over replicas, so new replicas get their share only with new connections.
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        // Several addresses are all on the network; one may be a socket.
        upstreams.Of(context.ClusterId)[0].Reach(handler);
    }
}
