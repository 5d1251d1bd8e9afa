using System.Net;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Tests.Identity.Hosting;
using Client = Kommunebro.Contracts.Identity.V1.Identity.IdentityClient;

namespace Kommunebro.Tests.Identity.Actors;

/// <summary>What other services ask identity for.</summary>
public sealed class IdentityGrpcTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task Notification_gets_the_active_accounts_with_a_role()
    {
        var coordinator = await _server.AddStaffAsync(StaffRole.AucCoordinator, StaffRole.Viewer);
        var gone = await _server.AddStaffAsync(StaffRole.AucCoordinator);
        var other = await _server.AddStaffAsync(StaffRole.KsCoordinator);
        (await _server.PostAsync($"accounts/{gone.Id}/deactivate", etag: $"\"{gone.Version}\"")).Expect(HttpStatusCode.OK);

        var reply = await new Client(_server.Grpc).ListStaffAsync(new ListStaffRequest { Role = StaffRole.AucCoordinator }, await AsServiceAsync("notification"));

        var listed = Assert.Single(reply.Accounts, account => account.AccountId == coordinator.Id.ToString());
        Assert.Equal((coordinator.Name, coordinator.Email, "uk"), (listed.Name, listed.Email, listed.Language));
        Assert.DoesNotContain(reply.Accounts, account => account.AccountId == gone.Id.ToString() || account.AccountId == other.Id.ToString());
    }

    [Fact]
    public async Task A_link_comes_with_the_address_that_the_account_has_by_then()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var now = $"moved.{account.Email}";
        (await _server.SendAsync(
            HttpMethod.Put, $"accounts/{account.Id}", new { email = now, name = account.Name, language = "nb", roles = new[] { StaffRole.Viewer } },
            $"\"{account.Version}\"")).Expect(HttpStatusCode.OK);

        var link = await new Client(_server.Grpc).CreatePasswordLinkAsync(
            new CreatePasswordLinkRequest { AccountId = $"{account.Id}" }, await AsServiceAsync("notification"));

        Assert.Equal(now, link.Email);
    }

    [Fact]
    public async Task Nobody_else_gets_addresses()
    {
        var asMatching = await AsServiceAsync("matching");
        var asStaff = As(await _server.StaffTokenAsync([.. StaffRole.All]));
        var client = new Client(_server.Grpc);
        var request = new ListStaffRequest { Role = StaffRole.Viewer };

        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await client.ListStaffAsync(request, asMatching))).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await client.ListStaffAsync(request, asStaff))).StatusCode);
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(async () => await client.ListStaffAsync(request))).StatusCode);
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_refused()
    {
        var asNotification = await AsServiceAsync("notification");

        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Client(_server.Grpc).ListStaffAsync(new ListStaffRequest { Role = "boss" }, asNotification));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
    }

    [Fact]
    public async Task Staff_read_who_stands_behind_an_actor()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var organisation = await _server.AddOrganisationAsync("0301");
        var partner = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        var actors = new NameActorsRequest
        {
            Actors =
            {
                $"staff:{account.Id}", $"client:{partner.Client.ClientId}", "service:matching", "service:nobody",
                $"staff:{Guid.CreateVersion7()}", "staff:x", "anonymous", "identity clients apply",
            },
        };

        var reply = await new Client(_server.Grpc).NameActorsAsync(actors, As(await _server.StaffTokenAsync(StaffRole.Viewer)));

        Assert.Equal(
            new Dictionary<string, string>
            {
                [$"staff:{account.Id}"] = account.Name,
                [$"client:{partner.Client.ClientId}"] = "Вінницька громада (intake system)",
                ["service:matching"] = "Kommunebro",
            },
            reply.Names.ToDictionary());
    }

    [Fact]
    public async Task A_list_of_actors_is_not_endless()
    {
        var asViewer = As(await _server.StaffTokenAsync(StaffRole.Viewer));
        var request = new NameActorsRequest();
        request.Actors.AddRange(Enumerable.Repeat("staff:x", 501));

        var error = await Assert.ThrowsAsync<RpcException>(async () => await new Client(_server.Grpc).NameActorsAsync(request, asViewer));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
    }

    private async Task<Metadata> AsServiceAsync(string service) =>
        As((await _server.ClientTokenAsync(service, IdentityServer.SecretOf(service))).Expect(HttpStatusCode.OK).Text("access_token"));

    private static Metadata As(string token) => new() { { "authorization", $"Bearer {token}" } };
}
