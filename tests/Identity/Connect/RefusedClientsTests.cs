using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Connect;

/// <summary>Which client was refused stands in the audit and in the log; never its secret, nor the name of one that does not exist.</summary>
public sealed class RefusedClientsTests : IAsyncLifetime
{
    private const string Guessed = "a guessed secret that nobody keeps";

    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_wrong_secret_of_a_partner_or_a_service_is_noted_with_the_client()
    {
        var client = await AddClientAsync();

        (await _server.ClientTokenAsync(client.ClientId, Guessed)).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
        (await _server.ClientTokenAsync("notification", Guessed)).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");

        Assert.Equal([$"{client.Id} invalid_client", "notification invalid_client"], await RowsAsync());
        Assert.Equal(
            [$"Client {client.ClientId} was refused: invalid_client", "Client notification was refused: invalid_client"], Lines());
        await NothingIsKeptAsync(Guessed);
    }

    [Fact]
    public async Task A_client_that_does_not_exist_is_not_named()
    {
        await _server.ClientTokenAsync("partner-made-up", Guessed);

        Assert.Equal(["unknown invalid_client"], await RowsAsync());
        Assert.Equal(["Client unknown was refused: invalid_client"], Lines());
        await NothingIsKeptAsync("partner-made-up", Guessed);
    }

    [Fact]
    public async Task A_revoked_client_and_one_of_a_closed_organisation_are_named()
    {
        var (revoked, closed) = (await AddClientAsync(), await AddClientAsync());
        (await _server.CommandAsync("clients", "revoke", revoked.ClientId)).Done();
        (await _server.CommandAsync("organisations", "close", $"{closed.Organisation}")).Done();

        await _server.ClientTokenAsync(revoked.ClientId, revoked.Secret);
        await _server.ClientTokenAsync(closed.ClientId, closed.Secret);

        Assert.Equal([$"{revoked.Id} invalid_client", $"{closed.Id} unauthorized_client"], await RowsAsync());
        await NothingIsKeptAsync(revoked.Secret, closed.Secret);
    }

    [Fact]
    public async Task What_a_client_may_not_ask_is_noted()
    {
        var client = await AddClientAsync();

        var answer = await _server.ClientTokenAsync(client.ClientId, client.Secret!, "snapshot.read");

        Assert.Equal([$"{client.Id} {answer.Error}"], await RowsAsync());
    }

    [Fact]
    public async Task A_wrong_secret_is_noted_wherever_it_is_given()
    {
        using var browser = new Browser(_server);
        await browser.PushAsync(secret: Guessed);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "admin", ["client_secret"] = Guessed, ["token"] = "a token that nobody keeps",
        });
        using var revocation = await _server.Http.PostAsync(new Uri("connect/revoke", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.Unauthorized, revocation.StatusCode);
        Assert.Equal(["admin invalid_client", "admin invalid_client"], await RowsAsync());
        await NothingIsKeptAsync(Guessed, "a token that nobody keeps");
    }

    [Fact]
    public async Task A_token_that_was_given_and_a_code_that_was_wrong_are_no_refusal_of_a_client()
    {
        var client = await AddClientAsync();
        using var browser = new Browser(_server);

        (await _server.ClientTokenAsync(client.ClientId, client.Secret!)).Expect(HttpStatusCode.OK);
        await browser.AuthorizeAsync();
        (await browser.RedeemAsync("no code")).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");

        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'client.token-refused'"));
    }

    private async Task<(Guid Id, Guid Organisation, string ClientId, string Secret)> AddClientAsync()
    {
        var organisation = await _server.AddOrganisationAsync("0301");
        var made = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        return (made.Client.Id, organisation.Id, made.Client.ClientId, made.Secret!);
    }

    private async Task<IReadOnlyList<string>> RowsAsync() => (await _server.Database.ScalarAsync<string>(
        "select string_agg(subject_id || ' ' || (after ->> 'error'), e'\n' order by id) from audit where action = 'client.token-refused'"))!.Split('\n');

    private IReadOnlyList<string> Lines() =>
        [.. _server.Logs.Text.Split('\n').Where(line => line.Contains("was refused: ", StringComparison.Ordinal)).Select(line => line.Trim())];

    private async Task NothingIsKeptAsync(params string[] values)
    {
        foreach (var value in values)
        {
            Assert.DoesNotContain(value, _server.Logs.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from audit as row where row::text ilike '%{value}%'"));
        }
    }
}
