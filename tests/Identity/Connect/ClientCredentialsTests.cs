using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Identity.Clients;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Tests.Identity.Connect;

/// <summary>Partners' systems and services get tokens by their own credentials.</summary>
public sealed class ClientCredentialsTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task A_partner_that_asks_for_no_scope_gets_all_of_its_own()
    {
        var organisation = await _server.AddOrganisationAsync("UA05020030000031457");
        var client = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead, AccessPolicies.NeedsWrite);

        var answer = (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).Expect(HttpStatusCode.OK);

        Assert.InRange((int)answer.Body["expires_in"]!, 590, 600);
        Assert.False(answer.Body.ContainsKey("refresh_token"));
        var token = new JsonWebToken(answer.Text("access_token"));
        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal(client.Client.ClientId, token.Subject);
        Assert.Equal(TokenClaims.PartnerKind, token.GetClaim(TokenClaims.Kind).Value);
        Assert.Equal(organisation.Id.ToString(), token.GetClaim(TokenClaims.Organisation).Value);
        Assert.Equal("needs.read needs.write", token.GetClaim(TokenClaims.Scope).Value);
        Assert.Equal([TokenClaims.Audience], token.Audiences);
    }

    [Fact]
    public async Task A_partner_gets_the_scopes_that_it_asks_for()
    {
        var client = await AddClientAsync(AccessPolicies.NeedsRead, AccessPolicies.NeedsWrite);

        var answer = (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!, "needs.read")).Expect(HttpStatusCode.OK);

        Assert.Equal("needs.read", new JsonWebToken(answer.Text("access_token")).GetClaim(TokenClaims.Scope).Value);
    }

    [Fact]
    public async Task A_wrong_secret_gets_nothing()
    {
        var client = await AddClientAsync(AccessPolicies.NeedsRead);

        (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret + "x")).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
        (await _server.ClientTokenAsync("partner-nobody", "x")).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
    }

    [Theory]
    [InlineData("needs.write")]
    [InlineData("snapshot.read")]
    [InlineData("needs.verify")]
    [InlineData("no.such.scope")]
    public async Task A_scope_that_the_client_has_not_is_refused(string scope)
    {
        var client = await AddClientAsync(AccessPolicies.NeedsRead);

        var answer = await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!, $"needs.read {scope}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Error, (string[])["invalid_scope", "invalid_request"]);
        Assert.False(answer.Body.ContainsKey("access_token"));
    }

    [Fact]
    public async Task A_revoked_client_gets_nothing()
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        var client = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);

        (await _server.PostAsync($"organisations/{organisation.Id}/clients/{client.Client.Id}/revoke", etag: "\"1\"", key: "revoke-1")).Expect(HttpStatusCode.OK);

        (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
    }

    [Fact]
    public async Task Clients_of_a_closed_organisation_get_nothing_until_it_opens_again()
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        var client = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);

        var closed = (await _server.PostAsync($"organisations/{organisation.Id}/close", etag: "\"1\"")).Expect(HttpStatusCode.OK);
        (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).ExpectError(HttpStatusCode.BadRequest, "unauthorized_client");

        (await _server.PostAsync($"organisations/{organisation.Id}/reopen", etag: closed.ETag)).Expect(HttpStatusCode.OK);
        (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_administrator_sees_when_a_client_was_last_used()
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        var client = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        Assert.Null(client.Client.LastUsedAt);

        await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!);

        var seen = await _server.GetAsync($"organisations/{organisation.Id}/clients/{client.Client.Id}");
        Assert.NotNull(seen.Body["lastUsedAt"]);
        Assert.Equal("\"1\"", seen.ETag);
    }

    [Theory]
    [InlineData("registry", "partnerships.snapshot")]
    [InlineData("needs-intake", "snapshot.read")]
    [InlineData("matching", "snapshot.read")]
    [InlineData("notification", "contacts.read staff.read links.create municipalities.snapshot")]
    [InlineData("admin", "answers.relay")]
    public async Task Each_service_gets_its_own_scopes(string service, string scopes)
    {
        var answer = (await _server.ClientTokenAsync(service, IdentityServer.SecretOf(service))).Expect(HttpStatusCode.OK);

        var token = new JsonWebToken(answer.Text("access_token"));
        Assert.Equal(service, token.Subject);
        Assert.Equal(TokenClaims.ServiceKind, token.GetClaim(TokenClaims.Kind).Value);
        Assert.Equal(scopes, token.GetClaim(TokenClaims.Scope).Value);
    }

    [Fact]
    public async Task A_service_does_not_get_anothers_scope()
    {
        var answer = await _server.ClientTokenAsync("matching", IdentityServer.SecretOf("matching"), "contacts.read");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task A_partner_cannot_sign_people_in()
    {
        var client = await AddClientAsync(AccessPolicies.NeedsRead);
        using var browser = new Browser(_server);

        var answer = await browser.PushAsync(browser.Request(("client_id", client.Client.ClientId)), client.Secret!);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Error);
    }

    [Fact]
    public async Task Nobody_gets_a_token_for_a_password()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);

        var answer = await _server.TokenAsync(
            ("grant_type", "password"), ("client_id", "admin"), ("client_secret", IdentityServer.SecretOf("admin")),
            ("username", account.Email), ("password", IdentityServer.Password));

        answer.ExpectError(HttpStatusCode.BadRequest, "unsupported_grant_type");
    }

    private async Task<ClientWithSecret> AddClientAsync(params string[] scopes) =>
        await _server.AddClientAsync((await _server.AddOrganisationAsync("0301")).Id, scopes);
}
