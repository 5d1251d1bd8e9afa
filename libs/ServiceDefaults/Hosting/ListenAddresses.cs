using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Where a started host listens, in the form of the settings "Listen" and "Services": http://127.0.0.1:41873 or
/// unix:/run/registry.sock. A host that was given port 0 shows the port that it got.
/// </summary>
/// <param name="Http">For REST and health.</param>
/// <param name="Grpc">For gRPC; empty for a host that has none.</param>
public sealed record ListenAddresses(string Http, string Grpc)
{
    /// <summary>The addresses of <paramref name="app"/>.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public static ListenAddresses Of(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return bound?.Select(AsSetting).ToList() switch
        {
            [var http, var grpc] => new ListenAddresses(http, grpc),
            [var http] => new ListenAddresses(http, ""),
            _ => throw new InvalidOperationException("The host has not been started."),
        };
    }

    // Kestrel writes http://unix:/path.
    private static string AsSetting(string address) => address.Replace("http://unix:", "unix:", StringComparison.Ordinal);
}
