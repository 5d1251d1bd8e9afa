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

    // How other proxies would name the caller: services believe X-Forwarded-*, which are made anew here. And what would make
    // another method of one that the caller may use.
    private static readonly string[] NotOurs =
    [
        "Forwarded", "X-Real-IP", "X-Forwarded-Port", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Original-URL", "X-Rewrite-URL",
        "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override",
    ];

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
                foreach (var header in NotOurs)
                    transforms.AddRequestHeaderRemove(header);
                // The trace goes on by headers that are made anew; these would carry what the caller made up.
                foreach (var header in (string[])["traceparent", "tracestate", "baggage", "Correlation-Context", "Request-Id"])
                    transforms.AddRequestHeaderRemove(header);
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
