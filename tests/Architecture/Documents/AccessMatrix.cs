using System.Text.RegularExpressions;
using Grpc.AspNetCore.Server;
using Kommunebro.Contracts;
using Kommunebro.Identity.Clients;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Kommunebro.Tests.Architecture.Documents;

/// <summary>Who may call what, read from the endpoints that the hosts register and from the table of policies.</summary>
internal static partial class AccessMatrix
{
    private const string Api = "/api/v1/";
    private const string None = "–";

    /// <summary>The matrix as Markdown: REST operations, gRPC methods, pages, doors without a policy.</summary>
    public static async Task<string> MakeAsync()
    {
        var doors = await DoorsAsync();
        string[] lines =
        [
            "",
            "### REST operations",
            "",
            Table("operation", doors.Where(door => door.IsRest)),
            "### gRPC methods",
            "",
            Table("method", doors.Where(door => door.IsGrpc)),
            "### Pages of the web client",
            "",
            Pages(doors.Where(door => door.IsPage)),
            "### Open to everybody",
            "",
            OpenDoors(doors.Where(door => door.WhyOpen is not null)),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static string Table(string heading, IEnumerable<Door> doors)
    {
        string[] lines =
        [
            $"| {heading} | host | policy | partner scope | staff roles | services |",
            "|---|---|---|---|---|---|",
            .. doors.Select(Line),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static string Line(Door door)
    {
        var rule = RuleOf(door);
        var scope = rule.Holder == ScopeHolder.Partner ? $"`{rule.Name}`" : None;
        return $"| `{door.Call}` | {door.Host} | `{rule.Name}` | {scope} | {RolesOf(rule)} | {ServicesWith(rule)} |";
    }

    /// <summary>Each page takes forms, too: one line for both.</summary>
    private static string Pages(IEnumerable<Door> doors)
    {
        string[] lines =
        [
            "| page, below `/admin` | policy | staff roles |",
            "|---|---|---|",
            .. doors.Select(door => $"| `{door.Path}` | `{door.Policy}` | {RolesOf(RuleOf(door))} |").Distinct(),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static AccessRule RuleOf(Door door) => AccessPolicies.All.Single(rule => rule.Name == door.Policy);

    private static string OpenDoors(IEnumerable<Door> doors)
    {
        string[] lines =
        [
            "| door | host | why nobody must sign in |",
            "|---|---|---|",
            .. doors.GroupBy(door => (door.Call, door.WhyOpen))
                .Select(door => $"| `{door.Key.Call}` | {HostsOf([.. door.Select(one => one.Host).Distinct()])} | {door.Key.WhyOpen} |"),
        ];
        return string.Join('\n', lines);
    }

    private static string HostsOf(IReadOnlyList<string> hosts) => hosts.Count == PlatformHosts.Sections.Count() ? "each" : string.Join(", ", hosts);

    private static string RolesOf(AccessRule rule) => rule.Roles.Count switch
    {
        0 => None,
        var some when some == StaffRole.All.Count => "all",
        _ => string.Join(", ", rule.Roles),
    };

    /// <summary>A service's client may what its scopes say, whoever else may hold them.</summary>
    private static string ServicesWith(AccessRule rule) =>
        string.Join(", ", ServiceClient.All.Where(client => client.Scopes.Contains(rule.Name)).Select(client => client.Id)) is { Length: > 0 } ids ? ids : None;

    private static async Task<IReadOnlyList<Door>> DoorsAsync()
    {
        var doors = new List<Door>();
        foreach (var section in PlatformHosts.Sections)
        {
            await using var host = PlatformHosts.Build(section);
            doors.AddRange(PlatformHosts.EndpointsOf(host).SelectMany(endpoint => DoorsOf(section, endpoint)));
        }

        return [.. doors.OrderBy(door => door.Path, StringComparer.Ordinal).ThenBy(door => door.Call, StringComparer.Ordinal).ThenBy(door => door.Host, StringComparer.Ordinal)];
    }

    private static IEnumerable<Door> DoorsOf(string section, RouteEndpoint endpoint)
    {
        var host = HostName().Replace(section, "-").ToLowerInvariant();
        var policy = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().LastOrDefault(data => data.Policy is not null)?.Policy;
        var open = endpoint.Metadata.GetMetadata<OpenToAll>()?.Reason;
        if (endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { } method)
            return [new Door(host, method.FullName.Trim('/'), method.FullName.Trim('/'), policy, open, IsRest: false, IsGrpc: true)];
        var path = Constraint().Replace($"/{endpoint.RoutePattern.RawText?.Trim('/')}", "");
        // The gateway's own routes ask for a valid token of whomever; the service behind names the policy.
        var isRest = path.StartsWith(Api, StringComparison.Ordinal) && section != "Gateway";
        return VerbsOf(endpoint).Select(verb => new Door(host, $"{verb}{path}", path, policy, open, isRest, IsGrpc: false));
    }

    private static IEnumerable<string> VerbsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs
            ? verbs.Where(verb => verb != "HEAD").Select(verb => $"{verb} ")
            : [""];

    private sealed record Door(string Host, string Call, string Path, string? Policy, string? WhyOpen, bool IsRest, bool IsGrpc)
    {
        // The gateway's policy "signed-in" is of no table: what its caller may, the host behind it says.
        public bool IsPage => Policy is not null && !IsRest && !IsGrpc && Host == "admin";
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex HostName();

    [GeneratedRegex(@":[a-z]+(?=\})", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
