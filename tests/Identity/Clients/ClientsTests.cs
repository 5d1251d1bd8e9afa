using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Clients;

/// <summary>An administrator gives partner organisations their clients.</summary>
public sealed class ClientsTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task A_secret_is_told_once_and_stored_nowhere()
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        var body = new { name = "intake", scopes = new[] { AccessPolicies.NeedsWrite } };

        var created = (await _server.PostAsync($"organisations/{organisation.Id}/clients", body, key: "not-taken")).Expect(HttpStatusCode.Created);
        var again = (await _server.PostAsync($"organisations/{organisation.Id}/clients", body, key: "not-taken")).Expect(HttpStatusCode.Created);

        var secret = created.Text("secret");
        Assert.Equal("no-store", created.CacheControl);
        Assert.NotEqual(secret, again.Text("secret"));
        (await _server.ClientTokenAsync((string)created.Body["client"]!["clientId"]!, secret)).Expect(HttpStatusCode.OK);
        var list = await _server.GetAsync($"organisations/{organisation.Id}/clients");
        Assert.Equal(2, list.Items.Count);
        Assert.DoesNotContain(secret, list.Body.ToJsonString(), StringComparison.Ordinal);
        foreach (var table in (string[])["audit", "outbox", "idempotency_keys", "partner_clients", "openiddict_applications"])
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text like '%{secret}%'"));
    }

    [Theory]
    [InlineData("needs.verify")]
    [InlineData("snapshot.read")]
    [InlineData("openid")]
    public async Task A_partner_gets_no_scope_of_staff_or_services(string scope)
    {
        var organisation = await _server.AddOrganisationAsync("0301");

        var answer = await _server.PostAsync($"organisations/{organisation.Id}/clients", new { name = "x", scopes = new[] { scope } });

        answer.ExpectProblem(HttpStatusCode.BadRequest, "unknown_value");
        Assert.Equal([("scopes[0]", "unknown_value")], answer.Errors);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var organisation = await _server.AddOrganisationAsync("0301");

        var answer = await _server.PostAsync($"organisations/{organisation.Id}/clients", "{}");

        Assert.Equal([("name", "missing_field"), ("scopes", "missing_field")], answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid_fields").Errors.Order());
    }

    [Fact]
    public async Task A_client_belongs_to_its_organisation()
    {
        var (one, other) = (await _server.AddOrganisationAsync("0301"), await _server.AddOrganisationAsync("4601"));
        var client = await _server.AddClientAsync(one.Id, AccessPolicies.NeedsRead);

        (await _server.GetAsync($"organisations/{other.Id}/clients/{client.Client.Id}")).ExpectProblem(HttpStatusCode.NotFound, "client_not_found");
        (await _server.PostAsync($"organisations/{other.Id}/clients/{client.Client.Id}/revoke", etag: "\"1\"")).ExpectProblem(HttpStatusCode.NotFound, "client_not_found");
        (await _server.GetAsync($"organisations/{Guid.CreateVersion7()}/clients")).ExpectProblem(HttpStatusCode.NotFound, "organisation_not_found");
        (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_client_is_revoked_once_and_stays_in_the_list()
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        var client = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        var path = $"organisations/{organisation.Id}/clients/{client.Client.Id}/revoke";

        (await _server.PostAsync(path)).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        (await _server.PostAsync(path, etag: "\"5\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        var revoked = (await _server.PostAsync(path, etag: "\"1\"")).Expect(HttpStatusCode.OK);
        (await _server.PostAsync(path, etag: revoked.ETag)).ExpectProblem(HttpStatusCode.Conflict, "already_revoked");

        Assert.NotNull((await _server.GetAsync($"organisations/{organisation.Id}/clients")).Items.Single()["revokedAt"]);
    }

    [Fact]
    public async Task A_closed_organisation_gets_no_client()
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        await _server.PostAsync($"organisations/{organisation.Id}/close", etag: "\"1\"");

        var answer = await _server.PostAsync($"organisations/{organisation.Id}/clients", new { name = "x", scopes = new[] { "needs.read" } });

        answer.ExpectProblem(HttpStatusCode.Conflict, "organisation_closed");
    }
}
