using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Clients;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.Identity.Assertions;

/// <summary>Which signed assertions open the door, as libraries in use write them, and which do not.</summary>
public sealed class AssertionsTests : IAsyncLifetime
{
    private const string Issuer = IdentityServer.Issuer;
    private const string TokenEndpoint = $"{Issuer}connect/token";

    private readonly KeyPair _pair = KeyPair.Rsa("first");
    private IdentityServer _server = null!;
    private string _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await IdentityServer.StartAsync();
        _client = (await _server.AddKeyedClientAsync((await _server.AddOrganisationAsync("0301")).Id, _pair)).ClientId;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("JWT")]
    [InlineData("jwt")]
    [InlineData("client-authentication+jwt")]
    [InlineData("application/client-authentication+jwt")]
    public async Task Types_that_libraries_write_are_taken(string? type) =>
        (await AskAsync(type)).Expect(HttpStatusCode.OK);

    [Theory]
    [InlineData("at+jwt")]
    [InlineData("oi_auc+jwt")]
    [InlineData("dpop+jwt")]
    public async Task Another_type_is_refused(string type) => Refused(await AskAsync(type));

    [Fact]
    public async Task Issuer_and_token_endpoint_are_audiences_each_alone_and_together()
    {
        foreach (var audience in (JsonNode[])[Issuer, Issuer.TrimEnd('/'), TokenEndpoint, new JsonArray(Issuer), new JsonArray(Issuer, TokenEndpoint)])
            (await AskAsync(change: claims => claims["aud"] = audience)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_assertion_for_somebody_else_too_or_for_nobody_is_refused()
    {
        foreach (var audience in (JsonNode?[])[
            "https://another.example/", new JsonArray(Issuer, "https://another.example/"), $"{Issuer}connect/par", "", new JsonArray(), null])
            Refused(await AskAsync(change: claims => claims["aud"] = audience), "(aud)");
        Refused(await AskAsync(change: claims => claims.Remove("aud")), "(aud)");
    }

    [Fact]
    public async Task An_assertion_ends_soon_and_has_begun()
    {
        (await AskAsync(change: Ends(minutes: 10))).Expect(HttpStatusCode.OK);
        (await AskAsync(change: Ends(seconds: -50))).Expect(HttpStatusCode.OK);
        (await AskAsync(change: claims => claims["nbf"] = At(seconds: 50))).Expect(HttpStatusCode.OK);

        Refused(await AskAsync(change: Ends(minutes: 12)), "within 10 minutes (exp)");
        Refused(await AskAsync(change: Ends(seconds: -70)), "expired (exp)");
        Refused(await AskAsync(change: claims => claims["exp"] = 1e15), "(exp)");
        Refused(await AskAsync(change: claims => claims.Remove("exp")), "(exp)");
        Refused(await AskAsync(change: claims => claims["nbf"] = At(seconds: 70)), "(nbf)");
    }

    [Fact]
    public async Task An_assertion_opens_once_in_all_replicas_and_is_forgotten_when_it_is_too_old()
    {
        var assertion = Sign(claims => claims["jti"] = "the first");
        await using var replica = await _server.StartReplicaAsync();

        (await _server.AssertedTokenAsync(_client, assertion)).Expect(HttpStatusCode.OK);

        Refused(await _server.AssertedTokenAsync(_client, assertion), "(jti)");
        Refused(await replica.AssertedTokenAsync(_client, assertion), "(jti)");
        Refused(await AskAsync(change: claims => claims.Remove("jti")), "(jti)");
        (await AskAsync(change: claims => claims["jti"] = "the second")).Expect(HttpStatusCode.OK);
        Assert.Equal(2, await RememberedAsync());
        _server.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.TrueAsync(async () => await RememberedAsync() == 0, "used assertions are forgotten");
        Refused(await _server.AssertedTokenAsync(_client, assertion), "expired (exp)");
    }

    [Fact]
    public async Task Of_two_that_show_one_assertion_at_once_one_gets_in()
    {
        var assertion = Sign();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _server.AssertedTokenAsync(_client, assertion)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_clients_may_use_the_same_id()
    {
        var pair = KeyPair.Elliptic("other");
        var other = await _server.AddKeyedClientAsync((await _server.AddOrganisationAsync("0301")).Id, pair);
        void Same(JsonObject claims) => claims["jti"] = "1";

        (await AskAsync(change: Same)).Expect(HttpStatusCode.OK);
        (await _server.AssertedTokenAsync(
            other.ClientId, pair.Assert(other.ClientId, Issuer, _server.Clock.GetUtcNow(), change: Same))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_signs_need_not_say_its_id_beside()
    {
        (await _server.AssertedTokenAsync(id: null, Sign())).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_this_client_has_not_signed_of_itself_is_refused()
    {
        var now = _server.Clock.GetUtcNow();
        var other = await _server.AddKeyedClientAsync((await _server.AddOrganisationAsync("0301")).Id, KeyPair.Rsa("first"));

        Refused(await _server.AssertedTokenAsync(_client, KeyPair.Rsa("first").Assert(_client, Issuer, now)));
        Refused(await _server.AssertedTokenAsync(_client, _pair.Assert("partner-nobody", Issuer, now)));
        Refused(await _server.AssertedTokenAsync(_client, Sign()[..^8] + "AAAAAAAA"));
        Refused(await _server.AssertedTokenAsync(_client, Unsigned(Sign())));
        Refused(await _server.AssertedTokenAsync(_client, "no token"));
        foreach (var answer in (Answer[])[
            await _server.AssertedTokenAsync(other.ClientId, Sign()), await AskAsync(change: claims => claims["sub"] = other.ClientId)])
            Assert.False(answer.Expect(HttpStatusCode.BadRequest).Body.ContainsKey("access_token"));
    }

    private static void Refused(Answer answer, string words = "") =>
        Assert.Contains(words, answer.ExpectError(HttpStatusCode.Unauthorized, "invalid_client").Text("error_description"), StringComparison.Ordinal);

    /// <summary>The same without a signature, as an attacker would send it (RFC 8725, 2.1).</summary>
    private static string Unsigned(string assertion) =>
        $"{Base64UrlEncoder.Encode("{\"alg\":\"none\"}")}.{assertion.Split('.')[1]}.";

    private long At(double seconds) => _server.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

    private Action<JsonObject> Ends(double minutes = 0, double seconds = 0) => claims => claims["exp"] = At((minutes * 60) + seconds);

    private string Sign(Action<JsonObject>? change = null) => _pair.Assert(_client, Issuer, _server.Clock.GetUtcNow(), change: change);

    private Task<Answer> AskAsync(string? type = "JWT", Action<JsonObject>? change = null) =>
        _server.AssertedTokenAsync(_client, _pair.Assert(_client, Issuer, _server.Clock.GetUtcNow(), type, change));

    private Task<long> RememberedAsync() => _server.Database.ScalarAsync<long>("select count(*) from used_assertions");
}
