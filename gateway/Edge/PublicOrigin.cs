using Kommunebro.ServiceDefaults;

namespace Kommunebro.Gateway.Edge;

/// <summary>
/// Lets in only requests for the host of the public origin: addresses that services make (links, redirects) are made from
/// it, and a foreign name must not get into them.
/// </summary>
internal sealed class PublicOrigin(RequestDelegate next, IdentityBackchannel identity)
{
    private readonly string _host = identity.Issuer.Host;

    /// <exception cref="Refusal">unknown_host.</exception>
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Host.Host.Equals(_host, StringComparison.OrdinalIgnoreCase)
        || context.Request.IsProbe()
            ? next(context)
            : throw new Refusal(RefusalKind.Invalid, "unknown_host", $"This platform is at {identity.Issuer}. Use that address.");
}
