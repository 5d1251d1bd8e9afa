using Kommunebro.Contracts;
using Kommunebro.Identity.Assertions;
using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kommunebro.Identity.Connect;

/// <summary>OpenIddict, as this platform uses it.</summary>
internal static class TokenServer
{
    private static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(10);

    // A working day, whatever use is made of it: each use gives a new token, which ends when the first one would have.
    // The session in the browser ends as well.
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromHours(12);

    // Enough for a sign-in with a look for the password.
    private static readonly TimeSpan RequestLifetime = TimeSpan.FromMinutes(30);

    public static void AddConnect(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Below warnings it tells parameters of requests, among them codes.
        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning);
        services.AddOpenIddict()
            .AddCore(core => core.ReplaceApplicationManager(typeof(ClientApplications<>))
                .UseEntityFrameworkCore().UseDbContext<IdentityDb>())
            .AddServer(Configure);
        services.AddOptions<OpenIddictServerOptions>().Configure<IdentityBackchannel>((options, origin) =>
        {
            options.Issuer = origin.Issuer;
            options.RequestTokenLifetime = RequestLifetime;
            // RFC 9700, 2.1.1: the plain method protects from nobody who reads the request.
            options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
        });
        services.AddScoped<StaffClaims>();
        services.AddScoped<ClientClaims>();
        services.AddHostedService<TokenPruning>();
    }

    private static void Configure(OpenIddictServerBuilder server)
    {
        RefusedClients.Register(server);
        SameRefusal.Register(server);
        AssertionForm.Register(server);
        AssertionUse.Register(server);
        server.SetAuthorizationEndpointUris("connect/authorize")
            .SetPushedAuthorizationEndpointUris("connect/par")
            .SetTokenEndpointUris("connect/token")
            .SetEndSessionEndpointUris("connect/logout")
            .SetRevocationEndpointUris("connect/revoke")
            .SetConfigurationEndpointUris(".well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris(".well-known/jwks")
            .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .AllowRefreshTokenFlow()
            .AllowClientCredentialsFlow()
            .RegisterScopes([Scopes.Profile, .. ClientScopes()])
            .RegisterClaims(Claims.Name, Claims.Email, Claims.Locale, TokenClaims.Role, TokenClaims.Kind)
            .SetAccessTokenLifetime(AccessLifetime)
            .SetRefreshTokenLifetime(RefreshLifetime)
            .DisableSlidingRefreshTokenExpiration()
            // Services read access tokens; they are signed, and hold no personal value.
            .DisableAccessTokenEncryption();
        // Inside, requests are cleartext; the way outside is the gateway's business.
        server.UseAspNetCore().DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableEndSessionEndpointPassthrough()
            // People get a page when a request is too old or broken.
            .EnableErrorPassthrough();
    }

    private static IEnumerable<string> ClientScopes() =>
        AccessPolicies.All.Where(rule => rule.Holder != ScopeHolder.StaffOnly).Select(rule => rule.Name);
}
