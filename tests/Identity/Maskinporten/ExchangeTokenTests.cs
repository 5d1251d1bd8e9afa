using System.Net;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Identity.Clients;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.OutsideIssuers;
using Microsoft.IdentityModel.JsonWebTokens;
using IdentityClient = Kommunebro.Contracts.Identity.V1.Identity.IdentityClient;

namespace Kommunebro.Tests.Identity.Maskinporten;

/// <summary>Partners come with tokens of Maskinporten, and get the platform's own for them.</summary>
public sealed class ExchangeTokenTests(MaskinportenFixture fixture) : IClassFixture<MaskinportenFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task A_token_of_maskinporten_gives_one_of_ours_for_the_consumers_organisation()
    {
        var answer = (await fixture.ExchangeAsync(fixture.Token())).Expect(HttpStatusCode.OK);

        Assert.InRange((int)answer.Body["expires_in"]!, 590, 600);
        Assert.False(answer.Body.ContainsKey("refresh_token"));
        var token = new JsonWebToken(answer.Text("access_token"));
        Assert.Equal(IdentityServer.Issuer, token.Issuer);
        Assert.Equal([TokenClaims.Audience], token.Audiences);
        Assert.Equal($"maskinporten-{MaskinportenFixture.Number}", token.Subject);
        Assert.Equal(TokenClaims.PartnerKind, token.GetClaim(TokenClaims.Kind).Value);
        Assert.Equal($"{fixture.Organisation}", token.GetClaim(TokenClaims.Organisation).Value);
        Assert.Equal($"{AccessPolicies.NeedsRead} {AccessPolicies.OffersWrite}", token.GetClaim(TokenClaims.Scope).Value);
    }

    [Fact]
    public async Task The_token_opens_what_its_scopes_open_and_nothing_else()
    {
        var token = (await fixture.ExchangeAsync(fixture.Token())).Text("access_token");

        (await _server.SendAsync(HttpMethod.Get, "organisations", token: token)).Expect(HttpStatusCode.Forbidden);
        (await _server.SendAsync(HttpMethod.Get, "organisations", token: fixture.Token())).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Scopes_are_those_that_the_token_gives_and_that_are_asked_for()
    {
        var read = await fixture.ExchangeAsync(fixture.Token(claims => claims["scope"] = $"ks:other/needs.write {MaskinportenFixture.ReadScope}"));
        var asked = await fixture.ExchangeAsync(fixture.Token(), AccessPolicies.OffersWrite);

        Assert.Equal(AccessPolicies.NeedsRead, ScopeOf(read));
        Assert.Equal(AccessPolicies.OffersWrite, ScopeOf(asked));
        (await fixture.ExchangeAsync(fixture.Token(), AccessPolicies.WebhooksManage)).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Keys_that_maskinporten_changes_to_are_taken_when_the_first_token_names_them()
    {
        (await fixture.ExchangeAsync(fixture.Token())).Expect(HttpStatusCode.OK);
        var old = fixture.Token();
        fixture.Maskinporten.ChangeKeys();
        _server.Clock.Advance(TimeSpan.FromSeconds(11));

        (await fixture.ExchangeAsync(fixture.Token())).Expect(HttpStatusCode.OK);

        (await fixture.ExchangeAsync(old)).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Fact]
    public async Task A_closed_organisation_gets_no_token()
    {
        const string number = "910244132";
        var closed = await fixture.AddAsync(number);
        (await _server.PostAsync($"organisations/{closed}/close", etag: "\"1\"")).Expect(HttpStatusCode.OK);

        var answer = await fixture.ExchangeAsync(fixture.Token(claims => claims["consumer"] = MaskinportenFixture.Consumer($"0192:{number}")));

        answer.ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Fact]
    public async Task Two_organisations_with_one_number_get_none()
    {
        const string number = "974760673";
        await fixture.AddAsync(number);
        string Token() => fixture.Token(claims => claims["consumer"] = MaskinportenFixture.Consumer($"0192:{number}"));
        (await fixture.ExchangeAsync(Token())).Expect(HttpStatusCode.OK);
        await fixture.AddAsync(number);

        (await fixture.ExchangeAsync(Token())).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Fact]
    public async Task Where_audit_rows_are_read_the_partner_has_its_organisations_name()
    {
        var actor = $"client:maskinporten-{MaskinportenFixture.Number}";
        var token = await _server.StaffTokenAsync(StaffRole.Viewer);

        var reply = await new IdentityClient(_server.Grpc).NameActorsAsync(
            new NameActorsRequest { Actors = { actor } }, new Metadata { { "authorization", $"Bearer {token}" } });

        Assert.Equal("Lillevik kommune (Maskinporten)", reply.Names[actor]);
    }

    [Fact]
    public async Task Who_calls_itself_otherwise_than_the_settings_say_is_not_asked_for_keys()
    {
        await using var other = await StandInIssuer.StartAsync();
        other.OtherName = fixture.Maskinporten.Name;
        var settings = fixture.Settings();
        settings["Identity:OutsideIssuers:Maskinporten:Issuer"] = other.Name;
        await using var server = await IdentityServer.StartAsync(more: settings);
        await server.UseAsync((ApplyServiceClients apply) => apply.ApplyAsync(CancellationToken.None));

        var answer = await server.TokenAsync(
            ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("client_id", "maskinporten"), ("assertion", fixture.Token()));

        answer.ExpectProblem(HttpStatusCode.ServiceUnavailable, "temporarily_unavailable");
    }

    [Fact]
    public async Task Without_settings_there_is_no_such_grant()
    {
        await using var plain = await IdentityServer.StartAsync();

        var answer = await plain.TokenAsync(
            ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("client_id", "maskinporten"), ("assertion", fixture.Token()));

        answer.ExpectError(HttpStatusCode.BadRequest, "unsupported_grant_type");
    }

    private static string ScopeOf(Answer answer) =>
        new JsonWebToken(answer.Expect(HttpStatusCode.OK).Text("access_token")).GetClaim(TokenClaims.Scope).Value;
}
