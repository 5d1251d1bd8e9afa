using System.Text.RegularExpressions;
using Grpc.AspNetCore.Server;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Routing;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Something that a host answers to.</summary>
/// <param name="Section">The host.</param>
/// <param name="Call">As the tables call it: verb and path, or gRPC service and method.</param>
internal sealed record Registered(string Section, string Call);

/// <summary>All that the platform answers to, as its hosts register it.</summary>
internal static partial class RegisteredEndpoints
{
    private const string Api = "/api/v1/";

    private static readonly Lazy<IReadOnlyList<(string Section, RouteEndpoint Endpoint)>> All = new(Read);

    /// <summary>The REST operations, without /api/v1/.</summary>
    public static IReadOnlyList<Registered> Rest => Of(IsRest, pattern => pattern[Api.Length..]);

    /// <summary>The gRPC methods.</summary>
    public static IReadOnlyList<Registered> Grpc =>
    [
        .. from known in All.Value
           let method = known.Endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method
           where method is not null
           select new Registered(known.Section, GrpcFaces.NameOf(method.FullName)),
    ];

    /// <summary>The rest: pages, files, sign-in, health, routes of the gateway.</summary>
    public static IReadOnlyList<Registered> Other => Of(
        endpoint => !IsRest(endpoint) && endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is null, pattern => pattern);

    private static bool IsRest(RouteEndpoint endpoint) => PatternOf(endpoint).StartsWith(Api, StringComparison.Ordinal);

    private static List<Registered> Of(Func<RouteEndpoint, bool> isWanted, Func<string, string> name) =>
    [
        .. All.Value.Where(known => isWanted(known.Endpoint) && !(known.Section == "Gateway" && IsRest(known.Endpoint)))
            .SelectMany(known => VerbsOf(known.Endpoint).Select(verb => new Registered(known.Section, $"{verb} {name(PatternOf(known.Endpoint))}")))
            .Distinct(),
    ];

    private static IReadOnlyList<string> VerbsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs ? [.. verbs.Where(verb => verb != "HEAD")] : ["ANY"];

    private static string PatternOf(RouteEndpoint endpoint) => Constraint().Replace($"/{endpoint.RoutePattern.RawText?.Trim('/')}", "");

    private static List<(string Section, RouteEndpoint Endpoint)> Read()
    {
        var all = new List<(string, RouteEndpoint)>();
        foreach (var section in PlatformHosts.Sections)
        {
            var host = PlatformHosts.Build(section);
            all.AddRange(PlatformHosts.EndpointsOf(host).Select(endpoint => (section, endpoint)));
            ((IDisposable)host).Dispose();
        }

        return all;
    }

    [GeneratedRegex(@":[a-z]+(?=\})", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
