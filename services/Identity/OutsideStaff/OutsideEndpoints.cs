using Kommunebro.Identity.OutsideIssuers;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>Signing in at a provider outside: what it needs, and where it begins. Where people come back to is the handler's of each provider.</summary>
internal static class OutsideEndpoints
{
    public const string Path = "/connect/outside";

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static void AddOutsideStaff(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var issuers = StaffIssuers.Of(ServiceIdentity.Of(builder));
        services.AddSingleton(issuers);
        services.AddScoped<OutsideSignIn>();
        services.AddScoped<OpenByIssuer>();
        services.AddScoped<LinkByLetter>();
        services.AddScoped<FollowIssuer>();
        // It tells codes, and words that anybody can write into an answer. What failed is told by SignInAudit.
        builder.Logging.AddFilter(typeof(OpenIdConnectHandler).FullName, LogLevel.None);
        foreach (var issuer in issuers.All)
        {
            services.AddKeyedSingleton(issuer.Scheme, (provider, _) => issuer.Issuer.KeysBy(provider));
            services.AddAuthentication().AddOpenIdConnect(issuer.Scheme, _ => { });
            services.AddOptions<OpenIdConnectOptions>(issuer.Scheme)
                .Configure<IServiceProvider>((options, provider) => OutsideFlow.Apply(
                    options, issuer, provider.GetRequiredKeyedService<IssuerKeys>(issuer.Scheme)));
        }
    }

    public static void MapOutsideStaff(this WebApplication app) =>
        app.MapGet($"{Path}/{{id}}", BeginOutside.HandleAsync).WithMetadata(SignInPages.BeforeSignIn);
}
