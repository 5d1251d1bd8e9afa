using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Maskinporten;

/// <summary>Lets partners in with tokens of Maskinporten, when the settings name it; without them nothing is different.</summary>
internal static class MaskinportenRegistration
{
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static void AddMaskinporten(this WebApplicationBuilder builder)
    {
        var service = ServiceIdentity.Of(builder);
        if (!MaskinportenIssuer.IsUsed(service))
            return;
        builder.Services.AddSingleton(MaskinportenIssuer.Of(service));
        builder.Services.AddSingleton<MaskinportenTokens>();
        builder.Services.AddScoped<ExchangeToken>();
        builder.Services.AddOpenIddict().AddServer(server => server.AllowCustomFlow(ExchangeToken.Grant));
    }
}
