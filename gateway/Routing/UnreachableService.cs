using Kommunebro.ServiceDefaults;
using Yarp.ReverseProxy.Forwarder;

namespace Kommunebro.Gateway.Routing;

/// <summary>Tells a caller, without naming anything inside, that the service behind a route does not answer.</summary>
internal static class UnreachableService
{
    /// <exception cref="Refusal">service_unavailable: the service is away or too slow, and nothing was answered yet.</exception>
    public static async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is { } failed && IsOurs(failed.Error) && !context.Response.HasStarted)
            throw new Refusal(
                RefusalKind.Unavailable, "service_unavailable", "The part of the platform that answers this is away. Try again a little later.");
    }

    // The other errors are the caller's: it went away, or sent a body that is too large.
    private static bool IsOurs(ForwarderError error) => error
        is ForwarderError.Request or ForwarderError.RequestTimedOut or ForwarderError.RequestBodyDestination
        or ForwarderError.NoAvailableDestinations or ForwarderError.RequestCreation
        or ForwarderError.ResponseHeaders or ForwarderError.ResponseBodyDestination;
}
