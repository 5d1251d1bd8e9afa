using System.Text.Json.Nodes;
using Kommunebro.Gateway;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>The walk passes by every door: what a host answers to stands in a table, or is named here with its reason.</summary>
public sealed class CompletenessTests
{
    /// <summary>Neither REST, gRPC nor a page of staff: who answers, to what, and why nobody must sign in for it.</summary>
    private static readonly string[] OtherDoors =
    [
        .. PlatformHosts.Sections.SelectMany(section => new[] { $"{section} ANY /health/live", $"{section} ANY /health/ready" }), // Probes.
        "Identity GET /connect/authorize", "Identity POST /connect/authorize", // Sign-in begins here.
        "Identity POST /connect/token", // Clients show their secret.
        "Identity GET /connect/logout", "Identity POST /connect/logout", // Whoever wants to leave may.
        "Identity GET /connect/sign-in", "Identity POST /connect/sign-in", // The form itself.
        "Identity GET /connect/new-password", "Identity POST /connect/new-password", // After a temporary password.
        "Identity GET /connect/second-factor", "Identity POST /connect/second-factor", // After the password.
        "Identity GET /connect/second-factor/enrol", "Identity POST /connect/second-factor/enrol", // Asks for a session of its own.
        "Identity GET /connect/password/forgotten", "Identity POST /connect/password/forgotten", // Tells nobody whether there is an account.
        "Identity GET /connect/password/choose", "Identity POST /connect/password/choose", // The link in the letter is the right to choose.
        "Identity GET /connect/outside/{id}", // To a provider of the settings.
        "Identity GET /connect/pages.css", // How these look.
        "Admin POST /reading", "Admin POST /sign-out", // Language and theme; the end of a session.
        "Admin GET /_framework/opaque-redirect", // Leads only where the host has sealed it to.
        "Admin ANY /{**path}", "Gateway ANY /{**rest}", // There is nothing.
        "Gateway GET /", "Gateway GET /openapi/v1.json", "Gateway GET /docs/{documentName?}", // The way in, and what the API is.
        "Gateway GET /docs/scalar.js", "Gateway GET /docs/scalar.aspnetcore.js", "Gateway GET /docs/favicon.svg",
        "Gateway ANY /.well-known/{**rest}", "Gateway ANY /connect/{**rest}", // To identity.
        "Gateway ANY /connect/token", "Gateway ANY /connect/sign-in/{**rest}",
        "Gateway ANY /connect/par", "Gateway ANY /connect/revoke", "Gateway ANY /connect/new-password/{**rest}",
        "Gateway ANY /connect/second-factor/{**rest}", "Gateway ANY /connect/password/{**rest}",
        "Gateway ANY /connect/outside/{**rest}",
        "Gateway ANY /admin/{**rest}", "Gateway ANY /admin/needs/{**rest}", "Gateway ANY /admin/registers/{**rest}", "Gateway ANY /admin/answer/{**rest}", // To admin, which asks for a session.
    ];

    [Fact]
    public void Every_operation_has_a_line_in_the_table_and_stands_in_the_description()
    {
        var lines = RestTable.Rows.Select(row => row.Call).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(lines, RegisteredEndpoints.Rest.Select(known => known.Call).Order(StringComparer.Ordinal));
        Assert.Equal(lines, Described().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_grpc_method_has_a_line_in_the_table() => Assert.Equal(
        GrpcTable.Rows.Select(row => row.Call).Distinct().Order(StringComparer.Ordinal),
        RegisteredEndpoints.Grpc.Select(known => known.Call).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_other_door_is_a_page_of_the_table_or_one_of_the_named() => Assert.Equal(
        PageTable.Rows.Select(row => $"Admin {row.Call}").Concat(OtherDoors).Distinct().Order(StringComparer.Ordinal),
        // Every page takes forms, too; the walk sends each one that nobody guards.
        RegisteredEndpoints.Other.Select(known => $"{known.Section} {known.Call}")
            .Where(door => !PageTable.Rows.Any(row => door == $"Admin POST {row.Path}")).Order(StringComparer.Ordinal));

    /// <summary>The operations of the description that partners read.</summary>
    private static IEnumerable<string> Described()
    {
        using var description = typeof(GatewayHost).Assembly.GetManifestResourceStream("openapi/v1.json")!;
        return from path in JsonNode.Parse(description)!["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where operation.Key is "get" or "post" or "put" or "patch" or "delete"
               select $"{operation.Key.ToUpperInvariant()} {path.Key["/api/v1/".Length..]}";
    }
}
