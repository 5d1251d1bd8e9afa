using System.Net;
using System.Net.Sockets;
using Kommunebro.Gateway.Edge;
using Yarp.ReverseProxy.Model;

namespace Kommunebro.Gateway.Limits;

/// <summary>
/// Limits what one address may ask, before anything is spent on looking at its token. Routes on which secrets could be
/// guessed (metadata Limit: SignIn) have a small quota of their own.
/// </summary>
internal sealed class AddressLimits(RequestDelegate next, LimitSettings settings, TimeProvider clock)
{
    private const string SignIn = "SignIn";

    private readonly Limit _all = new(settings.Address, clock);
    private readonly Limit _signIn = new(settings.SignIn, clock);

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.IsProbe())
            return next(context);
        var address = KeyOf(context.Connection.RemoteIpAddress);
        var route = context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config;
        if (route?.Metadata?.GetValueOrDefault("Limit") == SignIn && !_signIn.Admits($"{route.RouteId} {address}", context, out _))
            return Task.CompletedTask;
        return _all.Admits(address, context, out _) ? next(context) : Task.CompletedTask;
    }

    /// <summary>One subscriber has a whole /64 of IPv6, so that is what is counted.</summary>
    private static string KeyOf(IPAddress? address) => address switch
    {
        null => "unix",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
