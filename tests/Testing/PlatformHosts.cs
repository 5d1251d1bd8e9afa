using Kommunebro.Admin;
using Kommunebro.Gateway;
using Kommunebro.Identity;
using Kommunebro.Matching;
using Kommunebro.Messaging;
using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.NeedsIntake;
using Kommunebro.Notification;
using Kommunebro.Registry;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Testing;

/// <summary>The platform's hosts, built to be looked at and never started.</summary>
public static class PlatformHosts
{
    private static readonly Dictionary<string, Func<ServiceHostOptions, WebApplication>> Builders = new()
    {
        ["Identity"] = IdentityHost.Build,
        ["Notification"] = NotificationHost.Build,
        ["Registry"] = RegistryHost.Build,
        ["NeedsIntake"] = NeedsIntakeHost.Build,
        ["Matching"] = MatchingHost.Build,
        ["Admin"] = AdminHost.Build,
        ["Gateway"] = GatewayHost.Build,
    };

    /// <summary>The sections of those that tell and hear events.</summary>
    public static readonly IReadOnlyList<string> WithMessages = ["Identity", "Notification", "Registry", "NeedsIntake", "Matching"];

    /// <summary>The sections of all.</summary>
    public static IEnumerable<string> Sections => Builders.Keys;

    /// <summary>The host of <paramref name="section"/>.</summary>
    public static WebApplication Build(string section) => Builders[section](new ServiceHostOptions([])
    {
        SharedProcess = true,
        Configure = configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{section}:Listen:Http"] = "http://127.0.0.1:0",
            [$"{section}:Listen:Grpc"] = "http://127.0.0.1:0",
            [$"{section}:Access:ClientSecret"] = "never_sent",
            [$"{section}:Database"] = "Host=127.0.0.1;Database=never_connected",
            [$"{section}:Messaging:Transport"] = MessagingOptions.InProcess,
        }),
        ConfigureServices = services => services.AddSingleton<InProcessHub>(),
    });

    /// <summary>All that <paramref name="host"/> answers to, without what gRPC adds for methods that there are not.</summary>
    public static IReadOnlyList<RouteEndpoint> EndpointsOf(WebApplication host) =>
    [
        .. ((IEndpointRouteBuilder)host).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.DisplayName?.Contains("Unimplemented", StringComparison.Ordinal) != true),
    ];
}
