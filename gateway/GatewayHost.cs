using Kommunebro.Contracts;
using Kommunebro.Gateway.Docs;
using Kommunebro.Gateway.Edge;
using Kommunebro.Gateway.Limits;
using Kommunebro.Gateway.Routing;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Gateway;

/// <summary>Builds the gateway, the one public origin: alone in its process, beside others, or in a test.</summary>
public static class GatewayHost
{
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplication Build(ServiceHostOptions options)
    {
        var builder = ServiceHost.CreateBuilder("Gateway", typeof(GatewayHost).Assembly, options);
        builder.AddAccess(AccessPolicies.All.Select(rule => new AccessPolicy(rule.Name, rule.Roles)));
        builder.AddEdge();
        builder.AddLimits();
        builder.AddRoutes();

        // The order is the way of a request.
        var app = builder.Build();
        app.UseEdge();
        app.UseProblems();
        app.UseRouting();
        app.UseMiddleware<AddressLimits>();
        app.UseMiddleware<PublicOrigin>();
        app.UseMiddleware<PlainRequest>();
        app.UseBearerTokens();
        app.UseAuthorization();
        app.UseMiddleware<ClientLimits>();
        app.UseOutputCache();
        app.MapHealth();
        app.MapDocs();
        app.MapRoutes();
        return app;
    }
}
