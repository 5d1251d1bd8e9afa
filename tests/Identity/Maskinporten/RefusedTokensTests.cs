using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Clients;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.Identity.Maskinporten;

/// <summary>What is no good token of Maskinporten for us is refused in the same words, and the audit knows why.</summary>
public sealed class RefusedTokensTests(MaskinportenFixture fixture) : IClassFixture<MaskinportenFixture>
{
    private const string Unknown = "unknown";

    private readonly IdentityServer _server = fixture.Server;

    public static TheoryData<string, string, string> Changed { get; } = new()
    {
        { "iss", "\"http://127.0.0.1:1\"", "issuer" },
        { "aud", "\"https://another.example/\"", "audience" },
        { "aud", $"[\"{IdentityServer.Issuer}\", \"https://another.example/\"]", "audience" },
        { "aud", "null", "audience" },
        { "exp", "null", "expired" },
        { "jti", "null", "used" },
        { "consumer", "null", "no_consumer" },
        { "consumer", "\"0192:864970482\"", "no_consumer" },
        { "consumer", """{"authority": "another", "ID": "0192:864970482"}""", "no_consumer" },
        { "consumer", """{"authority": "iso6523-actorid-upis", "ID": "9908:864970482"}""", "no_consumer" },
        { "consumer", """{"authority": "iso6523-actorid-upis", "ID": "0192:86497048"}""", "no_consumer" },
        { "consumer", """{"authority": "iso6523-actorid-upis", "ID": "0192:999999999"}""", "unknown_consumer" },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public Task What_it_says_must_be_for_us_and_of_a_partner(string claim, string value, string reason) =>
        RefusedAsync(fixture.Token(claims => Set(claims, claim, JsonNode.Parse(value))), reason);

    [Theory]
    [InlineData(-61, null, "expired")]
    [InlineData(60, 61, "not_yet_valid")]
    public Task Its_time_must_be_now(int ends, int? begins, string reason) => RefusedAsync(
        fixture.Token(claims =>
        {
            claims["exp"] = In(ends - 1);
            if (begins is { } start)
                claims["nbf"] = In(start + 1);
        }),
        reason);

    [Fact]
    public Task A_token_from_tomorrow_is_refused() => RefusedAsync(
        fixture.Token(claims => (claims["iat"], claims["exp"]) = (In(86400), In(86460))), "not_yet_valid");

    [Theory]
    [InlineData("3672")]
    [InlineData("99999999999")]
    [InlineData("9000000000000000000")]
    public Task A_token_that_lives_longer_than_an_hour_is_refused(string seconds) => RefusedAsync(
        fixture.Token(claims => claims["exp"] = JsonNode.Parse($"{long.Parse(seconds, CultureInfo.InvariantCulture) + In(0)}")), "too_long");

    [Theory]
    [InlineData("1e30")]
    [InlineData("\"tomorrow\"")]
    public Task What_has_a_time_that_no_calendar_has_is_no_token(string value) => RefusedAsync(
        fixture.Token(claims => claims["exp"] = JsonNode.Parse(value)), "signature");

    [Fact]
    public Task Scopes_that_mean_nothing_here_give_nothing() => RefusedAsync(
        fixture.Token(claims => claims["scope"] = "ks:kommunebro/needs.readx other"), "no_scope", $"{fixture.Organisation}");

    [Fact]
    public async Task A_token_opens_once()
    {
        var token = fixture.Token();
        (await fixture.ExchangeAsync(token)).Expect(HttpStatusCode.OK);

        await RefusedAsync(token, "used", $"{fixture.Organisation}");
    }

    [Fact]
    public async Task Without_a_signature_of_a_published_key_it_is_nothing()
    {
        var token = fixture.Token();
        var (content, parts) = (token[..token.LastIndexOf('.')], token.Split('.'));

        await RefusedAsync($"{Header("none", fixture.Maskinporten.Keys.Name)}.{parts[1]}.", "signature");
        await RefusedAsync(SignedByPublicKey(parts[1]), "signature");
        await RefusedAsync($"{content}.{Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(256))}", "signature");
        await RefusedAsync(Signed(KeyPair.Rsa(fixture.Maskinporten.Keys.Name)), "signature");
        await RefusedAsync(Signed(KeyPair.Rsa("a key that nobody publishes")), "signature");
        await RefusedAsync($"{Base64UrlEncoder.Encode("""{"alg":"RS256"}""")}.{parts[1]}.{parts[2]}", "signature");
        await RefusedAsync("no token", "signature");
        await RefusedAsync(new string('a', 20_000), "signature");
    }

    [Fact]
    public async Task A_token_of_our_own_is_none_of_maskinporten()
    {
        var own = (await fixture.ExchangeAsync(fixture.Token())).Text("access_token");

        await RefusedAsync(own, "issuer");
    }

    [Fact]
    public async Task Another_client_may_not_exchange_and_the_public_one_may_nothing_else()
    {
        var other = await _server.TokenAsync(
            ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("client_id", "matching"),
            ("client_secret", IdentityServer.SecretOf("matching")), ("assertion", fixture.Token()));
        var credentials = await _server.TokenAsync(("grant_type", "client_credentials"), ("client_id", "maskinporten"));

        other.ExpectError(HttpStatusCode.BadRequest, "unauthorized_client");
        Assert.Equal(HttpStatusCode.BadRequest, credentials.Status);
        Assert.False(credentials.Body.ContainsKey("access_token"));
    }

    [Theory]
    [InlineData("Issuer", "http://maskinporten.example", "https://")]
    [InlineData("Issuer", null, "is missing")]
    [InlineData("Scopes:needs.verify", "ks:kommunebro/needs.verify", "names 'needs.verify'")]
    [InlineData("Scopes:needs.read", "two scopes", "must name scopes")]
    [InlineData("Scope:needs.read", "ks:kommunebro/needs.read", "Scope is no setting")]
    public void Settings_that_cannot_be_kept_stop_the_start(string setting, string? value, string told)
    {
        var settings = fixture.Settings();
        settings[$"Identity:OutsideIssuers:Maskinporten:{setting}"] = value;

        var error = Assert.Throws<SettingException>(() => IdentityServer.Build(_server.Database.ConnectionString, keys: null, more: settings));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string token, string reason, string organisation = Unknown)
    {
        var answer = (await fixture.ExchangeAsync(token)).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");

        Assert.Equal("The assertion is not accepted.", answer.Text("error_description"));
        Assert.Equal(
            $$"""anonymous {{organisation}} {"reason": "{{reason}}"}""",
            await _server.Database.ScalarAsync<string>(
                "select who || ' ' || subject_id || ' ' || after::text from audit where action = 'organisation.token-refused' order by id desc limit 1"));
    }

    private string Signed(KeyPair pair) => pair.Assert(
        fixture.Maskinporten.Name, IdentityServer.Issuer, _server.Clock.GetUtcNow(), change: claims =>
            claims["consumer"] = MaskinportenFixture.Consumer($"0192:{MaskinportenFixture.Number}"));

    /// <summary>By HMAC, with the public key as its secret, as an attacker would send it (RFC 8725, 2.1).</summary>
    private string SignedByPublicKey(string claims)
    {
        var content = $"{Header("HS256", fixture.Maskinporten.Keys.Name)}.{claims}";
        var modulus = Base64UrlEncoder.DecodeBytes((string)fixture.Maskinporten.Keys.Public["n"]!);
        return $"{content}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(modulus, Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Header(string algorithm, string key) => Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","kid":"{{key}}"}""");

    private static void Set(JsonObject claims, string name, JsonNode? value)
    {
        if (value is null)
            claims.Remove(name);
        else
            claims[name] = value;
    }

    private long In(int seconds) => _server.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
}
