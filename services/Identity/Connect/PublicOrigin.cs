using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Connect;

/// <summary>
/// Lets every request be one to the public origin, however it came: from the gateway, or from a service that fetches keys.
/// So addresses, redirects and the cookie's Secure follow from one setting, and no header can lead them astray.
/// </summary>
internal static class PublicOrigin
{
    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        var origin = context.RequestServices.GetRequiredService<IdentityBackchannel>().Issuer;
        context.Request.Scheme = origin.Scheme;
        context.Request.Host = new HostString(origin.Authority);
        return next(context);
    }
}
