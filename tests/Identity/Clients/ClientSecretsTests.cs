using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Identity.Clients;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Clients;

/// <summary>A partner changes its client's secret without a gap.</summary>
public sealed class ClientSecretsTests : IAsyncLifetime
{
    private IdentityServer _server = null!;
    private string _path = "";
    private ClientWithSecret _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await IdentityServer.StartAsync();
        var organisation = await _server.AddOrganisationAsync("0301");
        _client = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        _path = $"organisations/{organisation.Id}/clients/{_client.Client.Id}";
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Two_secrets_are_good_for_a_week_and_then_the_new_one_alone()
    {
        var rotated = await RotateAsync("\"1\"");

        var secret = rotated.Text("secret");
        Assert.Equal("no-store", rotated.CacheControl);
        Assert.NotEqual(_client.Secret, secret);
        Assert.NotNull(rotated.Body["client"]!["oldSecretEndsAt"]);
        await ExpectAsync(HttpStatusCode.OK, secret, _client.Secret!);
        _server.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await ExpectAsync(HttpStatusCode.OK, secret, _client.Secret!);
        _server.Clock.Advance(TimeSpan.FromMinutes(2));
        await ExpectAsync(HttpStatusCode.OK, secret);
        await ExpectAsync(HttpStatusCode.Unauthorized, _client.Secret!, "a guess");
    }

    [Fact]
    public async Task Never_are_more_than_two_good()
    {
        var second = await RotateAsync("\"1\"");
        var third = await RotateAsync(second.ETag!);

        await ExpectAsync(HttpStatusCode.OK, second.Text("secret"), third.Text("secret"));
        await ExpectAsync(HttpStatusCode.Unauthorized, _client.Secret!);
    }

    [Fact]
    public async Task The_old_secret_can_be_ended_at_once()
    {
        (await DeleteAsync("old-secret", "\"1\"")).ExpectProblem(HttpStatusCode.Conflict, "no_old_secret");
        var rotated = await RotateAsync("\"1\"");

        var ended = (await DeleteAsync("old-secret", rotated.ETag!)).Expect(HttpStatusCode.OK);

        Assert.Null(ended.Body["oldSecretEndsAt"]);
        await ExpectAsync(HttpStatusCode.OK, rotated.Text("secret"));
        await ExpectAsync(HttpStatusCode.Unauthorized, _client.Secret!);
    }

    [Fact]
    public async Task A_secret_is_rotated_by_the_version_that_was_seen_and_by_one_of_two()
    {
        (await _server.PostAsync($"{_path}/rotate-secret")).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");
        (await _server.PostAsync($"{_path}/rotate-secret", etag: "\"5\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _server.PostAsync($"{_path}/rotate-secret", etag: "\"1\"")));

        var winner = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer != winner), answer => answer.ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch"));
        await ExpectAsync(HttpStatusCode.OK, winner.Text("secret"), _client.Secret!);
    }

    [Fact]
    public async Task A_revoked_client_gets_no_secret_and_no_token()
    {
        var rotated = await RotateAsync("\"1\"");
        var revoked = (await _server.PostAsync($"{_path}/revoke", etag: rotated.ETag)).Expect(HttpStatusCode.OK);

        (await _server.PostAsync($"{_path}/rotate-secret", etag: revoked.ETag)).ExpectProblem(HttpStatusCode.Conflict, "client_revoked");
        await ExpectAsync(HttpStatusCode.Unauthorized, rotated.Text("secret"), _client.Secret!);
    }

    [Fact]
    public async Task The_audit_says_that_it_was_changed_and_holds_no_secret()
    {
        var rotated = await RotateAsync("\"1\"");
        await DeleteAsync("old-secret", rotated.ETag!);

        Assert.Equal(
            "client.create client.rotate-secret client.end-old-secret",
            await _server.Database.ScalarAsync<string>($"select string_agg(action, ' ' order by id) from audit where subject_id = '{_client.Client.Id}'"));
        foreach (var table in (string[])["audit", "partner_clients", "openiddict_applications", "idempotency_keys"])
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text like '%{rotated.Text("secret")}%'"));
    }

    [Fact]
    public async Task An_operator_rotates_and_ends_secrets()
    {
        var id = _client.Client.ClientId;

        var secret = (await _server.CommandAsync("clients", "rotate-secret", id)).Done().After("shown this once: ");

        await ExpectAsync(HttpStatusCode.OK, secret, _client.Secret!);
        (await _server.CommandAsync("clients", "end-old-secret", id)).Done();
        await ExpectAsync(HttpStatusCode.Unauthorized, _client.Secret!);
        (await _server.CommandAsync("clients", "end-old-secret", id)).Refused(("", "no_old_secret"));
        (await _server.CommandAsync("clients", "end-secrets", id)).Refused(("", "last_credential"));
        (await _server.CommandAsync("clients", "rotate-secret", "partner-nobody")).Refused(("", "client_not_found"));
        (await _server.CommandAsync("clients", "rotate-secret")).WronglyCalled();
    }

    private async Task<Answer> RotateAsync(string etag) => (await _server.PostAsync($"{_path}/rotate-secret", etag: etag)).Expect(HttpStatusCode.OK);

    private Task<Answer> DeleteAsync(string what, string etag) => _server.SendAsync(HttpMethod.Delete, $"{_path}/{what}", etag: etag);

    private async Task ExpectAsync(HttpStatusCode status, params string[] secrets)
    {
        foreach (var secret in secrets)
            (await _server.ClientTokenAsync(_client.Client.ClientId, secret)).Expect(status);
    }
}
