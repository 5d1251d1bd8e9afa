using System.Diagnostics;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kommunebro.Gateway.Edge;

/// <summary>What happens to every request and answer at the outermost edge.</summary>
internal static class EdgeRegistration
{
    /// <summary>
    /// "Gateway:TrustForwardedHeaders": true when the gateway can be reached only through one proxy (an ingress), which
    /// then says who calls; otherwise what a request says of itself is not believed.
    /// </summary>
    public static void AddEdge(this WebApplicationBuilder builder)
    {
        // It would write whole addresses.
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
        builder.Services.AddHostedService<BrokenRequests>();
        builder.Services.AddSingleton<DistributedContextPropagator, OwnTraces>();
        builder.AddCompression();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<ServiceIdentity, IdentityBackchannel>((forwarded, gateway, identity) =>
        {
            var trusted = gateway.Settings.GetValue("TrustForwardedHeaders", defaultValue: false);
            forwarded.ForwardedHeaders = trusted
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
                : ForwardedHeaders.None;
            // The proxy's address is not known beforehand; that nobody else gets here is the network's business.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            forwarded.AllowedHosts.Add(identity.Issuer.Host);
        });
    }

    public static void UseEdge(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseForwardedHeaders();
        app.UseCompression();
    }
}
