using Kommunebro.ServiceDefaults;

namespace Kommunebro.Gateway.Limits;

/// <summary>Limits hold per replica of the gateway: what a caller may ask in all grows with their number.</summary>
internal static class LimitsRegistration
{
    /// <exception cref="SettingException">A setting under "Gateway:Limits" is missing or out of range.</exception>
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var gateway = ServiceIdentity.Of(builder);
        builder.Services.AddSingleton(new LimitSettings(
            Quota.Of(gateway, "Address"), Quota.Of(gateway, "SignIn"), Quota.Of(gateway, "Client"), Quota.Number(gateway, "Limits:AtOnce")));
    }
}
