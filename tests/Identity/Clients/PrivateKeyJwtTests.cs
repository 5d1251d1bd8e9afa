using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Identity.Organisations;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Tests.Identity.Clients;

/// <summary>A partner's client that signs assertions with a key of its own, and has no secret.</summary>
public sealed class PrivateKeyJwtTests : IAsyncLifetime
{
    private readonly KeyPair _pair = KeyPair.Rsa("first");
    private IdentityServer _server = null!;
    private OrganisationView _organisation = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await IdentityServer.StartAsync();
        _organisation = await _server.AddOrganisationAsync("0301");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_with_a_key_gets_tokens_for_what_it_signs(bool elliptic)
    {
        var pair = elliptic ? KeyPair.Elliptic("curve") : _pair;
        var created = await CreateAsync(pair);

        var answer = (await AskAsync(pair, ClientIdOf(created))).Expect(HttpStatusCode.OK);

        Assert.Null(created.Body["secret"]);
        Assert.False((bool)created.Body["client"]!["hasSecret"]!);
        var token = new JsonWebToken(answer.Text("access_token"));
        Assert.Equal($"{_organisation.Id}", token.GetClaim(TokenClaims.Organisation).Value);
        Assert.NotNull((await _server.GetAsync(PathOf(created))).Body["lastUsedAt"]);
    }

    [Fact]
    public async Task Discovery_says_that_it_may()
    {
        var about = await Answer.ReadAsync(await _server.Http.GetAsync(new Uri(".well-known/openid-configuration", UriKind.Relative)));

        Assert.Contains("private_key_jwt", about.Body["token_endpoint_auth_methods_supported"]!.AsArray().Select(one => (string)one!));
    }

    [Fact]
    public async Task A_key_takes_over_from_another_without_a_gap()
    {
        var created = await CreateAsync(_pair);
        var (id, next) = (ClientIdOf(created), KeyPair.Rsa("second"));

        var both = (await PutAsync(created, created.ETag!, _pair.Public, next.Public)).Expect(HttpStatusCode.OK);
        (await AskAsync(_pair, id)).Expect(HttpStatusCode.OK);
        (await AskAsync(next, id)).Expect(HttpStatusCode.OK);
        (await PutAsync(created, both.ETag!, next.Public)).Expect(HttpStatusCode.OK);

        (await AskAsync(next, id)).Expect(HttpStatusCode.OK);
        (await AskAsync(_pair, id)).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
    }

    [Fact]
    public async Task A_client_changes_from_a_secret_to_a_key()
    {
        var client = await _server.AddClientAsync(_organisation.Id, AccessPolicies.NeedsRead);
        var path = $"organisations/{_organisation.Id}/clients/{client.Client.Id}";
        (await _server.SendAsync(HttpMethod.Delete, $"{path}/secrets", etag: "\"1\"")).ExpectProblem(HttpStatusCode.Conflict, "last_credential");

        var keyed = (await _server.SendAsync(HttpMethod.Put, $"{path}/keys", new { keys = new[] { _pair.Public } }, "\"1\"")).Expect(HttpStatusCode.OK);
        (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).Expect(HttpStatusCode.OK);
        var ended = (await _server.SendAsync(HttpMethod.Delete, $"{path}/secrets", etag: keyed.ETag)).Expect(HttpStatusCode.OK);

        Assert.False((bool)ended.Body["hasSecret"]!);
        (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
        (await AskAsync(_pair, client.Client.ClientId)).Expect(HttpStatusCode.OK);
        (await _server.SendAsync(HttpMethod.Delete, $"{path}/secrets", etag: ended.ETag)).ExpectProblem(HttpStatusCode.Conflict, "no_secret");
        (await _server.SendAsync(HttpMethod.Put, $"{path}/keys", "{\"keys\":[]}", ended.ETag)).ExpectProblem(HttpStatusCode.Conflict, "last_credential");
    }

    [Fact]
    public async Task A_revoked_clients_key_opens_nothing()
    {
        var created = await CreateAsync(_pair);

        (await _server.PostAsync($"{PathOf(created)}/revoke", etag: created.ETag)).Expect(HttpStatusCode.OK);

        (await AskAsync(_pair, ClientIdOf(created))).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
    }

    [Fact]
    public async Task Keys_that_are_none_or_secret_or_weak_are_refused_by_field()
    {
        var created = await CreateAsync(_pair);
        var nameless = _pair.Public;
        nameless.Remove("kid");
        var offCurve = KeyPair.Elliptic("off").Public;
        offCurve["x"] = offCurve["y"]!.DeepClone();

        await FaultsAsync(created, [_pair.Whole], ("keys[0]", "private_key"));
        await FaultsAsync(created, [new JsonObject { ["kty"] = "oct", ["kid"] = "s", ["k"] = "c2VjcmV0" }], ("keys[0]", "private_key"));
        await FaultsAsync(created, [KeyPair.Rsa("weak", 1024).Public], ("keys[0]", "unsupported_key"));
        await FaultsAsync(created, [offCurve], ("keys[0]", "unsupported_key"));
        await FaultsAsync(created, [new JsonObject { ["kty"] = "RSA", ["kid"] = "x", ["n"] = "!", ["e"] = "AQAB" }], ("keys[0]", "unsupported_key"));
        await FaultsAsync(created, [nameless], ("keys[0].kid", "missing_field"));
        await FaultsAsync(created, [JsonValue.Create("a key")], ("keys[0]", "invalid_key"));
        await FaultsAsync(created, [_pair.Public, _pair.Public], ("keys", "stands_twice"));
        await FaultsAsync(created, [_pair.Public, KeyPair.Rsa("b").Public, KeyPair.Rsa("c").Public], ("keys", "out_of_range"));
        (await AskAsync(_pair, ClientIdOf(created))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_whose_letters_are_broken_is_none()
    {
        var created = await CreateAsync(_pair);

        var half = await _server.SendAsync(HttpMethod.Put, $"{PathOf(created)}/keys", """{"keys":[{"kty":"EC","kid":"\ud800"}]}""", created.ETag);
        byte[] bytes = [.. "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"a"u8, 0xc0, .. "\"}]}"u8];
        var broken = await _server.SendAsync(HttpMethod.Put, $"{PathOf(created)}/keys", bytes, created.ETag);

        Assert.Equal([("keys[0]", "invalid_key")], half.Expect(HttpStatusCode.BadRequest).Errors);
        Assert.Equal([("keys[0]", "invalid_key")], broken.Expect(HttpStatusCode.BadRequest).Errors);
    }

    [Fact]
    public async Task An_operator_registers_keys_from_a_file()
    {
        var file = Path.Combine(TemporaryFolder.Create("jwks"), "keys.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["keys"] = new JsonArray(_pair.Public) }.ToJsonString());

        var made = (await _server.CommandAsync(
            "clients", "create", "--organisation", $"{_organisation.Id}", "--name", "x", "--scopes", "needs.read", "--keys", file)).Done();

        var id = made.Output.Split(' ')[1];
        Assert.Contains("no secret, and signs with: first", made.Output, StringComparison.Ordinal);
        (await AskAsync(_pair, id)).Expect(HttpStatusCode.OK);
        var next = KeyPair.Elliptic("next");
        await File.WriteAllTextAsync(file, next.Public.ToJsonString());
        (await _server.CommandAsync("clients", "keys", id, "--file", file)).Done();
        (await AskAsync(next, id)).Expect(HttpStatusCode.OK);
        await File.WriteAllTextAsync(file, _pair.Whole.ToJsonString());
        (await _server.CommandAsync("clients", "keys", id, "--file", file)).Refused(("keys[0]", "private_key"));
        await File.WriteAllTextAsync(file, "-----BEGIN");
        (await _server.CommandAsync("clients", "keys", id, "--file", file)).Refused(("file", "invalid_json"));
        (await _server.CommandAsync("clients", "keys", id, "--file", $"{file}.gone")).Refused(("file", "unreadable_file"));
    }

    private static string ClientIdOf(Answer created) => (string)created.Body["client"]!["clientId"]!;

    private string PathOf(Answer created) => $"organisations/{_organisation.Id}/clients/{created.Body["client"]!["id"]}";

    private async Task<Answer> CreateAsync(KeyPair pair) => (await _server.PostAsync(
        $"organisations/{_organisation.Id}/clients", new { name = "signs", scopes = new[] { "needs.read" }, keys = new[] { pair.Public } })).Expect(HttpStatusCode.Created);

    private Task<Answer> PutAsync(Answer created, string etag, params JsonNode[] keys) => _server.SendAsync(
        HttpMethod.Put, $"{PathOf(created)}/keys", new JsonObject { ["keys"] = new JsonArray(keys) }.ToJsonString(), etag);

    private async Task FaultsAsync(Answer created, JsonNode[] keys, params (string Field, string Code)[] faults) =>
        Assert.Equal(faults, (await PutAsync(created, created.ETag!, keys)).Expect(HttpStatusCode.BadRequest).Errors);

    private Task<Answer> AskAsync(KeyPair pair, string id) =>
        _server.AssertedTokenAsync(id, pair.Assert(id, IdentityServer.Issuer, _server.Clock.GetUtcNow()));
}
