using Kommunebro.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Kommunebro.Gateway.Routing;

/// <summary>
/// Which address belongs to which service: configuration alone ("Gateway:ReverseProxy"). A route asks for the policy
/// signed-in, or says in its metadata OpenToAll why it does not; one that says neither is closed.
/// </summary>
internal static class Routes
{
    /// <summary>The policy that asks for a valid token, of whomever. What the caller may is the service's to decide, unless the service is not asked.</summary>
    public const string SignedIn = "signed-in";

    public static void AddRoutes(this WebApplicationBuilder builder)
    {
        var gateway = ServiceIdentity.Of(builder);
        builder.Services.AddAuthorizationBuilder().AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        builder.Services.AddOutputCache(cache =>
        {
            cache.SizeLimit = ReferenceCache.Size;
            cache.AddPolicy(ReferenceCache.Name, new ReferenceCache());
        });
        builder.Services.AddSingleton<Upstreams>();
        builder.Services.AddSingleton<IForwarderHttpClientFactory, UpstreamClients>();
        builder.Services.AddReverseProxy()
            .LoadFromConfig(gateway.Settings.GetSection("ReverseProxy"))
            .AddConfigFilter<Upstreams>()
            .AddTransforms(transforms =>
            {
                transforms.RequestTransforms.Add(new ForeignHeaders());
                transforms.AddResponseHeaderRemove("Server", ResponseCondition.Always);
            });
    }

    public static void MapRoutes(this WebApplication app)
    {
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(UnreachableService.TellAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        }).ConfigureEndpoints(Open);
        app.MapGet("/", () => TypedResults.Redirect("/admin")).WithMetadata(new OpenToAll("Shows the way in."));
        app.MapFallback("{**rest}", () => Results.NotFound()).WithMetadata(new OpenToAll("There is nothing here, for anybody."));
    }

    private static void Open(IEndpointConventionBuilder endpoint, RouteConfig route)
    {
        if (route.Metadata?.GetValueOrDefault(nameof(OpenToAll)) is { Length: > 0 } reason)
            endpoint.WithMetadata(new OpenToAll(reason));
    }
}
