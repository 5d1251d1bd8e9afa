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
/// <param name="Grpc">For gRPC; the same as for HTTP when the host has no gRPC face.</param>
public sealed record ListenAddresses(string Http, string Grpc)
{
    /// <summary>The addresses of <paramref name="app"/>.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public static ListenAddresses Of(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return bound is { Count: 1 or 2 }
            ? new ListenAddresses(AsSetting(bound.First()), AsSetting(bound.Last()))
            : throw new InvalidOperationException("The host has not been started.");
    }

    // Kestrel writes http://unix:/path.
    private static string AsSetting(string address) => address.Replace("http://unix:", "unix:", StringComparison.Ordinal);
}
