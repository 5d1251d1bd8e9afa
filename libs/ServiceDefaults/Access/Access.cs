using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kommunebro.ServiceDefaults;

/// <summary>Who may do what: tokens are validated, and every endpoint names its policy or says why it is open to all.</summary>
public static class Access
{
    /// <summary>
    /// Adds token validation and the policies. Settings: "X:Access:Issuer" (the public origin that signs tokens) and
    /// "X:Services:Identity" (where identity is reached inside, for its keys).
    /// </summary>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder, IEnumerable<AccessPolicy> policies)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Caller.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.TryAddSingleton(IdentityBackchannel.Of(ServiceIdentity.Of(builder)));
        services.TryAddSingleton(provider => IssuerKeys.OfIdentity(
            provider.GetRequiredService<IdentityBackchannel>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<IssuerKeys>>()));
        services.TryAddSingleton<RememberedTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IdentityBackchannel, IssuerKeys, RememberedTokens>(TokenValidation.Apply);
        services.AddSingleton<IPolicyEvaluator, SignedInAtOnce>();
        services.AddAuthorization(authorization =>
        {
            // Whoever forgets to name a policy has named the strictest. What leads to no endpoint is told as 404 or 405.
            authorization.FallbackPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
                .Build();
            foreach (var policy in policies)
                authorization.AddPolicy(policy.Name, rule => rule
                    .RequireAuthenticatedUser().RequireAssertion(context => policy.Admits(Caller.Of(context.User))));
        });
        return builder;
    }

    /// <summary>Asks callers of the endpoint for <paramref name="policy"/>.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoint, string policy)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(policy);

    /// <summary>Audit names the caller of a request.</summary>
    internal static Task NameActor(HttpContext context, RequestDelegate next)
    {
        context.RequestServices.GetRequiredService<AuditActor>().Who = Caller.Of(context.User).Actor;
        return next(context);
    }
}
