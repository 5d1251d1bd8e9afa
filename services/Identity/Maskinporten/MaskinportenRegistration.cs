using Kommunebro.ServiceDefaults;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Kommunebro.Identity.Maskinporten;

/// <summary>Lets partners in with tokens of Maskinporten, when the settings name it; without them nothing is different.</summary>
internal static class MaskinportenRegistration
{
    // Before the endpoint of ours, which knows the other grants.
    private const int Order = 0;

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static void AddMaskinporten(this WebApplicationBuilder builder)
    {
        var service = ServiceIdentity.Of(builder);
        if (!MaskinportenIssuer.IsUsed(service))
            return;
        builder.Services.AddSingleton(MaskinportenIssuer.Of(service));
        builder.Services.AddSingleton<MaskinportenTokens>();
        builder.Services.AddOpenIddict().AddServer(server => server.AllowCustomFlow(ExchangeToken.Grant)
            .AddEventHandler<HandleTokenRequestContext>(handler => handler.UseScopedHandler<ExchangeToken>().SetOrder(Order)));
    }
}
