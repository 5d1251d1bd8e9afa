using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.OutsideIssuers;
using Microsoft.IdentityModel.JsonWebTokens;
using static Kommunebro.Tests.Identity.OutsideStaff.OutsideStaffFixture;

namespace Kommunebro.Tests.Identity.OutsideStaff;

/// <summary>Staff sign in at a provider outside, which gives them their roles.</summary>
public sealed class OutsideSignInTests(OutsideStaffFixture fixture) : IClassFixture<OutsideStaffFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task Who_has_a_role_there_gets_an_account_and_tokens_with_it()
    {
        var person = Person("another group", Coordinators);
        using var browser = new Browser(_server, "nb");

        var tokens = (await fixture.SignInToAdminAsync(browser, person)).Expect(HttpStatusCode.OK);

        var id = await fixture.AccountIdAsync(person);
        var access = new JsonWebToken(tokens.Text("access_token"));
        Assert.Equal(id, access.Subject);
        Assert.Equal(StaffRole.KsCoordinator, access.GetClaim(TokenClaims.Role).Value);
        var told = new JsonWebToken(tokens.Text("id_token"));
        Assert.Equal("fed", told.GetClaim("amr").Value);
        Assert.Equal((string?)person["email"], told.GetClaim("email").Value);
        Assert.Equal("nb", told.GetClaim("locale").Value);
        Assert.Equal(
            [$"issuer:entra account.create {id}", $$"""staff:{{id}} account.sign-in {{id}} {"issuer": "entra", "method": "outside"}"""],
            (await fixture.RowsAsync(2)).Select((row, place) => place == 0 ? row[..row.IndexOf(" {", StringComparison.Ordinal)] : row));
        var seen = await _server.GetAsync($"accounts/{id}");
        Assert.Equal(fixture.Provider.Name, seen.Text("outsideIssuer"));
    }

    [Fact]
    public async Task A_person_is_known_by_its_subject_and_gets_the_roles_of_now()
    {
        var person = Person(Coordinators);
        using var browser = new Browser(_server);
        await fixture.SignInAsync(browser, person);
        var id = await fixture.AccountIdAsync(person);
        person["email"] = "changed@example.org";
        person["groups"] = new JsonArray(Administrators, Coordinators);

        var tokens = (await fixture.SignInToAdminAsync(new Browser(_server), person)).Expect(HttpStatusCode.OK);

        var access = new JsonWebToken(tokens.Text("access_token"));
        Assert.Equal(id, access.Subject);
        Assert.Equal(
            [StaffRole.Administrator, StaffRole.KsCoordinator],
            access.Claims.Where(claim => claim.Type == TokenClaims.Role).Select(claim => claim.Value).Order());
        Assert.StartsWith($"issuer:entra account.take-roles {id}", (await fixture.RowsAsync(2))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_role_there_is_refused_and_gets_no_account()
    {
        var person = Person("another group");

        await RefusedAsync(person, "Ask your administrator for one.", "unknown", "no_role");

        Assert.Null(await fixture.AccountIdAsync(person));
    }

    [Fact]
    public async Task Who_loses_the_role_there_is_out_here()
    {
        var person = Person(Coordinators);
        using var browser = new Browser(_server);
        var tokens = (await fixture.SignInToAdminAsync(browser, person)).Expect(HttpStatusCode.OK);
        person["groups"] = new JsonArray();

        await RefusedAsync(person, "Ask your administrator for one.", $"{await fixture.AccountIdAsync(person)}", "no_role");

        (await browser.RefreshAsync(tokens.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
        Assert.StartsWith("/connect/sign-in", (await browser.AuthorizeAsync()).Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_email_of_an_account_opens_it_to_nobody()
    {
        var account = await _server.AddStaffAsync(StaffRole.Administrator);
        var person = Person(Coordinators);
        person["email"] = account.Email.ToUpperInvariant();

        await RefusedAsync(person, "another account has it", "unknown", "email_taken");

        Assert.Null(await fixture.AccountIdAsync(person));
        using var owner = new Browser(_server);
        (await owner.SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("email", "null")]
    [InlineData("email", "\"no address\"")]
    [InlineData("email_verified", "false")]
    public async Task Without_an_email_to_rely_on_no_account_is_opened(string claim, string value)
    {
        var person = Person(Coordinators);
        person[claim] = JsonNode.Parse(value);

        await RefusedAsync(person, "was not passed on", "unknown", "unusable_claims");
    }

    [Fact]
    public async Task An_account_that_is_inactive_here_stays_so()
    {
        var person = Person(Coordinators);
        await fixture.SignInAsync(new Browser(_server), person);
        var id = await fixture.AccountIdAsync(person);
        (await _server.CommandAsync("accounts", "deactivate", id!)).Done();

        await RefusedAsync(person, "closed or locked", id!, "inactive");
    }

    [Fact]
    public async Task Who_signs_in_outside_gets_no_password_here()
    {
        var person = Person(Coordinators);
        await fixture.SignInAsync(new Browser(_server), person);
        var id = (await fixture.AccountIdAsync(person))!;
        var etag = (await _server.GetAsync($"accounts/{id}")).ETag;

        (await _server.PostAsync($"accounts/{id}/password", etag: etag)).ExpectProblem(HttpStatusCode.Conflict, "signs_in_outside");
        (await _server.PostAsync($"accounts/{id}/invitation", etag: etag)).ExpectProblem(HttpStatusCode.Conflict, "signs_in_outside");
        using var browser = new Browser(_server);
        await browser.SubmitAsync("/connect/password/forgotten", ("email", (string)person["email"]!));
        Assert.Equal("account.ask-password-letter unknown ", (await fixture.RowsAsync(1))[0].Split(' ', 2)[1]);
        await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => _server.LetterLinkAsync(id));
    }

    [Fact]
    public async Task An_operator_lets_an_account_leave_its_provider()
    {
        var person = Person(Coordinators);
        await fixture.SignInAsync(new Browser(_server), person);
        var id = (await fixture.AccountIdAsync(person))!;

        (await _server.CommandAsync("accounts", "leave-outside", id)).Done();

        (await _server.CommandAsync("accounts", "leave-outside", id)).Refused(("", "not_outside"));
        (await _server.CommandAsync("invitations", "send", id)).Done();
        await RefusedAsync(person, "another account has it", "unknown", "email_taken");
    }

    [Fact]
    public async Task A_claim_within_a_claim_can_give_the_role()
    {
        var person = Person();
        person.Remove("groups");
        person["authorization_details"] = new JsonArray(new JsonObject
        {
            ["type"] = "ansattporten:altinn:resource",
            ["authorized_parties"] = new JsonArray(
                new JsonObject { ["orgno"] = new JsonObject { ["authority"] = "iso6523-actorid-upis", ["ID"] = Organisation } }),
        });

        var back = await fixture.SignInAsync(new Browser(_server), person, Ansattporten);

        Assert.Equal("/admin", back.Location!.ToString());
        Assert.Equal("substantial", fixture.OtherProvider.Staff.LastRequest["acr_values"]);
        Assert.Equal("openid profile", fixture.OtherProvider.Staff.LastRequest["scope"]);
        Assert.NotNull(await fixture.AccountIdAsync(person));
    }

    private async Task RefusedAsync(JsonObject person, string told, string subject, string reason)
    {
        using var browser = new Browser(_server);

        var page = await fixture.SignInAsync(browser, person);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("You were not signed in with: Entra ID", page.Html, StringComparison.Ordinal);
        Assert.Contains(told, page.Html, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("kommunebro-sign-in", browser.Cookies.Keys);
        Assert.Equal(
            $$"""anonymous account.sign-in-refused {{subject}} {"issuer": "entra", "reason": "{{reason}}"}""", (await fixture.RowsAsync(1))[0]);
    }
}
