using System.Text;
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
        // A header comes in as UTF-8, and what is wrong with its letters is the service's to say: the client would send none but ASCII.
        handler.RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8;
        // Several addresses are all on the network; one may be a socket.
        upstreams.Of(context.ClusterId)[0].Reach(handler);
    }
}
