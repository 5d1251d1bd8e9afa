using System.Net;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Tests.Identity.Clients;

/// <summary>An operator gives partner organisations their clients.</summary>
public sealed class PartnerClientsCommandTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_partner_gets_tokens_with_what_was_shown_until_its_client_is_revoked()
    {
        var organisation = await _server.AddOrganisationAsync("0301");

        var (id, secret) = await CreateAsync(organisation.Id, "needs.read, needs.write");

        var token = new JsonWebToken((await _server.ClientTokenAsync(id, secret)).Expect(HttpStatusCode.OK).Text("access_token"));
        Assert.Equal("needs.read needs.write", token.GetClaim(TokenClaims.Scope).Value);
        Assert.Equal($"{organisation.Id}", token.GetClaim(TokenClaims.Organisation).Value);
        (await _server.CommandAsync("clients", "revoke", id)).Done();
        (await _server.ClientTokenAsync(id, secret)).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
        (await _server.CommandAsync("clients", "revoke", id)).Refused(("", "already_revoked"));
        Assert.Equal(
            "client.create by identity clients create, client.revoke by identity clients revoke",
            await _server.Database.ScalarAsync<string>(
                "select string_agg(action || ' by ' || who, ', ' order by id) from audit where action in ('client.create', 'client.revoke')"));
        foreach (var table in (string[])["audit", "outbox", "partner_clients", "openiddict_applications"])
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text like '%{secret}%'"));
    }

    [Theory]
    [InlineData("no.such.scope")]
    [InlineData("needs.verify")]
    [InlineData("snapshot.read")]
    public async Task A_partner_gets_no_scope_that_is_not_a_partners(string scope)
    {
        var organisation = await _server.AddOrganisationAsync("0301");

        (await _server.CommandAsync("clients", "create", "--organisation", $"{organisation.Id}", "--name", "x", "--scopes", $"needs.read,{scope}"))
            .Refused(("scopes[1]", "unknown_value"));

        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from partner_clients"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_by_field_and_rule()
    {
        var organisation = await _server.AddOrganisationAsync("0301");

        (await _server.CommandAsync("clients", "create", "--organisation", $"{organisation.Id}")).Refused(("name", "missing_field"), ("scopes", "missing_field"));
        (await _server.CommandAsync("clients", "create", "--organisation", $"{organisation.Id}", "--name", " ", "--scopes", "needs.read,needs.read"))
            .Refused(("name", "too_short"), ("scopes", "stands_twice"));
        (await _server.CommandAsync("clients", "create", "--name", "x", "--scopes", "needs.read")).Refused(("organisation", "missing_field"));
        (await _server.CommandAsync("clients", "create", "--organisation", "AUC", "--name", "x", "--scopes", "needs.read")).Refused(("organisation", "invalid_id"));
        (await _server.CommandAsync("clients", "list", "--organisation", "AUC")).Refused(("organisation", "invalid_id"));
    }

    [Fact]
    public async Task Who_is_not_there_or_closed_is_told()
    {
        var nobody = $"{Guid.CreateVersion7()}";
        (await _server.CommandAsync("clients", "create", "--organisation", nobody, "--name", "x", "--scopes", "needs.read")).Refused(("", "organisation_not_found"));
        (await _server.CommandAsync("clients", "list", "--organisation", nobody)).Refused(("", "organisation_not_found"));
        (await _server.CommandAsync("clients", "revoke", "partner-nobody")).Refused(("", "client_not_found"));
        (await _server.CommandAsync("clients", "revoke", "notification")).Refused(("", "client_not_found"));
        var organisation = await _server.AddOrganisationAsync("0301");
        (await _server.CommandAsync("organisations", "close", $"{organisation.Id}")).Done();

        (await _server.CommandAsync("clients", "create", "--organisation", $"{organisation.Id}", "--name", "x", "--scopes", "needs.read"))
            .Refused(("", "organisation_closed"));
    }

    [Fact]
    public async Task The_list_shows_which_are_in_use_and_no_secret()
    {
        var (one, other) = (await _server.AddOrganisationAsync("0301"), await _server.AddOrganisationAsync("4601"));
        var (used, secret) = await CreateAsync(one.Id, "needs.read,needs.write");
        await _server.ClientTokenAsync(used, secret);
        // The list is by time, and the clock stands.
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        var revoked = await _server.AddClientAsync(other.Id, AccessPolicies.NeedsRead);
        (await _server.CommandAsync("clients", "revoke", $"{revoked.Client.Id}")).Done();

        var all = (await _server.CommandAsync("clients", "list")).Done().Output;
        var ofOne = (await _server.CommandAsync("clients", "list", "--organisation", $"{one.Id}")).Done().Output;

        Assert.Matches($"^{used}  active  intake  needs.read,needs.write  used [^ ]+ [^ ]+  organisation {one.Id}", all);
        Assert.Matches($"\n{revoked.Client.ClientId}  revoked [^ ]+ [^ ]+  intake system  needs.read  never used  organisation {other.Id}", all);
        Assert.EndsWith($"2 client(s).{Environment.NewLine}", all, StringComparison.Ordinal);
        Assert.DoesNotContain(revoked.Client.ClientId, ofOne, StringComparison.Ordinal);
        Assert.EndsWith($"1 client(s).{Environment.NewLine}", ofOne, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_services_clients_are_applied_beside_them() =>
        Assert.Contains("All clients are as the settings say.", (await _server.CommandAsync("clients", "apply")).Done().Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("create", "--secret", "on the command line")]
    [InlineData("list", "--name", "x")]
    [InlineData("revoke")]
    [InlineData("apply", "now")]
    public async Task A_wrong_call_is_told_how_to_call(params string[] args) =>
        (await _server.CommandAsync(["clients", .. args])).WronglyCalled();

    private async Task<(string Id, string Secret)> CreateAsync(Guid organisation, string scopes)
    {
        var made = (await _server.CommandAsync("clients", "create", "--organisation", $"{organisation}", "--name", "intake", "--scopes", scopes)).Done();
        return (made.After("Client ").Split(' ')[0], made.After("shown this once: "));
    }
}
