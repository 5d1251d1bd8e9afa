using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Accounts;

/// <summary>Only administrators manage accounts and organisations.</summary>
public sealed class RefusedRolesTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private static readonly Guid Any = Guid.CreateVersion7();

    private readonly IdentityServer _server = fixture.Server;

    public static TheoryData<string, string> Endpoints { get; } = new()
    {
        { "GET", "accounts" },
        { "GET", $"accounts/{Any}" },
        { "POST", "accounts" },
        { "PUT", $"accounts/{Any}" },
        { "POST", $"accounts/{Any}/deactivate" },
        { "POST", $"accounts/{Any}/activate" },
        { "POST", $"accounts/{Any}/password" },
        { "GET", "organisations" },
        { "GET", $"organisations/{Any}" },
        { "POST", "organisations" },
        { "PUT", $"organisations/{Any}" },
        { "POST", $"organisations/{Any}/close" },
        { "POST", $"organisations/{Any}/reopen" },
        { "GET", $"organisations/{Any}/clients" },
        { "GET", $"organisations/{Any}/clients/{Any}" },
        { "POST", $"organisations/{Any}/clients" },
        { "POST", $"organisations/{Any}/clients/{Any}/revoke" },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Strangers_partners_services_and_other_roles_are_refused(string method, string path)
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        var client = await _server.AddClientAsync(organisation.Id, [.. ClientScopes()]);
        var partner = (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).Text("access_token");
        var service = (await _server.ClientTokenAsync("notification", IdentityServer.SecretOf("notification"))).Text("access_token");
        var others = await _server.StaffTokenAsync(StaffRole.KsCoordinator, StaffRole.AucCoordinator, StaffRole.Viewer);

        (await AskAsync(method, path, "")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        foreach (var token in (string[])[partner, service, others])
            (await AskAsync(method, path, token)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    private static IEnumerable<string> ClientScopes() =>
        AccessPolicies.All.Where(rule => rule.Holder == ScopeHolder.Partner).Select(rule => rule.Name);

    private Task<Answer> AskAsync(string method, string path, string token) =>
        _server.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}", etag: "\"1\"", token: token);
}
