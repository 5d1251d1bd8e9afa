using Kommunebro.Gateway;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Kommunebro.Bench.Gateway.Servers;

/// <summary>The gateway as it is run, with all that it does; only its limits are out of reach, and nobody receives its telemetry unless the environment names somebody.</summary>
internal static class WholeGateway
{
    private static readonly string[] Services = ["Registry", "NeedsIntake", "Matching", "Notification", "Identity", "Admin"];

    public static async Task<int> RunAsync(int port, Uri upstream)
    {
        var settings = Services.ToDictionary(
            service => $"Gateway:Services:{service}", string? (_) => upstream.GetLeftPart(UriPartial.Authority), StringComparer.Ordinal);
        settings["Gateway:Listen:Http"] = $"http://127.0.0.1:{port}";
        settings["Gateway:Access:Issuer"] = BenchToken.Issuer;
        settings["Gateway:Limits:Address:Requests"] = settings["Gateway:Limits:Client:Requests"] = "1000000000";
        settings["Gateway:Limits:AtOnce"] = "1000";
        var app = GatewayHost.Build(new ServiceHostOptions([]) { Configure = configuration => configuration.AddInMemoryCollection(settings) });
        await app.RunAsync();
        return 0;
    }
}
