using System.Net;
using System.Security.Claims;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Tests.Identity.Connect;

/// <summary>Staff sign in to the admin client: authorization code, PKCE, pushed requests, refresh tokens, leaving.</summary>
public sealed class SignInFlowTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task A_person_signs_in_and_the_client_gets_tokens_that_say_who_it_is()
    {
        var account = await _server.AddStaffAsync(StaffRole.KsCoordinator, StaffRole.AucCoordinator);
        using var browser = new Browser(_server);

        var back = await browser.SignInAsync(account.Email, IdentityServer.Password);

        Assert.Equal(HttpStatusCode.Redirect, back.Status);
        Assert.StartsWith(Browser.RedirectUri, back.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("from-the-admin-client", back.Carried("state"));
        var tokens = (await browser.RedeemAsync(back.Carried("code")!)).Expect(HttpStatusCode.OK);
        Assert.InRange((int)tokens.Body["expires_in"]!, 590, 600);
        Assert.NotEmpty(tokens.Text("refresh_token"));
        var access = new JsonWebToken(tokens.Text("access_token"));
        Assert.Equal("at+jwt", access.Typ);
        Assert.Equal("RS256", access.Alg);
        Assert.Equal(IdentityServer.Issuer, access.Issuer);
        Assert.Equal([TokenClaims.Audience], access.Audiences);
        Assert.Equal(account.Id.ToString(), access.Subject);
        Assert.Equal(TokenClaims.StaffKind, access.GetClaim(TokenClaims.Kind).Value);
        Assert.Equal([StaffRole.KsCoordinator, StaffRole.AucCoordinator], access.Claims.Where(claim => claim.Type == TokenClaims.Role).Select(claim => claim.Value));
        var person = new JsonWebToken(tokens.Text("id_token"));
        Assert.Equal(account.Name, person.GetClaim("name").Value);
        Assert.Equal("uk", person.GetClaim("locale").Value);
        Assert.Equal("n-0S6_WzA2Mj", person.GetClaim("nonce").Value);
    }

    [Fact]
    public async Task Access_tokens_hold_no_personal_value()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);

        var tokens = await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);

        var claims = new JsonWebToken(tokens.Text("access_token")).Claims.ToList();
        Assert.DoesNotContain(claims, claim => claim.Type is "name" or "email" or "locale" or "stamp");
        Assert.DoesNotContain(claims, claim => claim.Value.Contains(account.Email, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_is_signed_in_already_goes_straight_through()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        await browser.SignInAsync(account.Email, IdentityServer.Password);

        var again = await browser.AuthorizeAsync();

        Assert.NotNull(again.Carried("code"));
    }

    [Fact]
    public async Task Without_a_pushed_request_there_is_no_code()
    {
        using var browser = new Browser(_server);
        var query = string.Join('&', browser.Request().Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

        var answer = await browser.GetAsync($"/connect/authorize?{query}");

        Assert.NotEqual("/connect/sign-in", answer.Location?.ToString().Split('?')[0]);
        Assert.Null(answer.Carried("code"));
        Assert.Contains("invalid_request", $"{answer.Html}{answer.Location}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_pkce_the_request_is_not_taken()
    {
        using var browser = new Browser(_server);

        var answer = await browser.PushAsync(browser.Request(("code_challenge", null), ("code_challenge_method", null)));

        answer.ExpectError(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Pkce_takes_no_plain_challenge()
    {
        using var browser = new Browser(_server);

        var answer = await browser.PushAsync(browser.Request(("code_challenge_method", "plain")));

        answer.ExpectError(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/admin/signin-oidc", "invalid_request")]
    [InlineData("scope", "openid needs.verify", "invalid_scope")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    public async Task A_request_that_the_client_may_not_make_is_not_taken(string field, string value, string error)
    {
        using var browser = new Browser(_server);

        var answer = await browser.PushAsync(browser.Request((field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(error, answer.Error);
    }

    [Fact]
    public async Task Only_the_client_itself_pushes_requests()
    {
        using var browser = new Browser(_server);

        (await browser.PushAsync(secret: "a guess")).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
    }

    [Fact]
    public async Task A_code_without_its_verifier_is_worth_nothing()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var back = await browser.SignInAsync(account.Email, IdentityServer.Password);

        var stolen = await browser.RedeemAsync(back.Carried("code")!, verifier: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

        stolen.ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Fact]
    public async Task A_code_that_is_used_twice_ends_what_the_first_use_gave()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var back = await browser.SignInAsync(account.Email, IdentityServer.Password);
        var tokens = (await browser.RedeemAsync(back.Carried("code")!)).Expect(HttpStatusCode.OK);

        (await browser.RedeemAsync(back.Carried("code")!)).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");

        (await browser.RefreshAsync(tokens.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_with_the_roles_of_now()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var tokens = await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);
        (await _server.SendAsync(
            HttpMethod.Put, $"accounts/{account.Id}", new { email = account.Email, name = "Нове Ім’я", language = "nb", roles = new[] { StaffRole.AucCoordinator } },
            etag: $"\"{account.Version}\"")).Expect(HttpStatusCode.OK);

        var renewed = (await browser.RefreshAsync(tokens.Text("refresh_token"))).Expect(HttpStatusCode.OK);

        Assert.Equal(StaffRole.AucCoordinator, new JsonWebToken(renewed.Text("access_token")).GetClaim(TokenClaims.Role).Value);
        Assert.Equal("Нове Ім’я", new JsonWebToken(renewed.Text("id_token")).GetClaim("name").Value);
        (await browser.RefreshAsync(renewed.Text("refresh_token"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_deactivated_account_gets_no_token_any_more()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var tokens = await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);
        var halfway = (await browser.AuthorizeAsync()).Carried("code")!;

        (await _server.PostAsync($"accounts/{account.Id}/deactivate", etag: $"\"{account.Version}\"")).Expect(HttpStatusCode.OK);

        (await browser.RedeemAsync(halfway)).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
        (await browser.RefreshAsync(tokens.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
        Assert.StartsWith("/connect/sign-in", (await browser.AuthorizeAsync()).Location!.ToString(), StringComparison.Ordinal);
        using var elsewhere = new Browser(_server);
        var asked = await elsewhere.AuthorizeAsync();
        var answer = await elsewhere.SubmitAsync(asked.Location!.ToString(), ("email", account.Email), ("password", IdentityServer.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task Leaving_ends_the_session_and_its_refresh_tokens()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var tokens = await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);
        var goodbye = Uri.EscapeDataString($"{IdentityServer.Issuer}admin/signout-callback-oidc");

        var left = await browser.GetAsync($"/connect/logout?id_token_hint={tokens.Text("id_token")}&post_logout_redirect_uri={goodbye}&state=bye");

        Assert.Equal($"{IdentityServer.Issuer}admin/signout-callback-oidc?state=bye", left.Location!.ToString());
        Assert.StartsWith("/connect/sign-in", (await browser.AuthorizeAsync()).Location!.ToString(), StringComparison.Ordinal);
        (await browser.RefreshAsync(tokens.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Fact]
    public async Task Leaving_leads_nowhere_else()
    {
        using var browser = new Browser(_server);

        var left = await browser.GetAsync("/connect/logout?client_id=admin&post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F");

        Assert.Equal(HttpStatusCode.BadRequest, left.Status);
        Assert.Null(left.Location);
    }

    [Fact]
    public async Task A_client_revokes_its_refresh_token()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var tokens = await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "admin", ["client_secret"] = IdentityServer.SecretOf("admin"), ["token"] = tokens.Text("refresh_token"),
        });

        using var revoked = await _server.Http.PostAsync(new Uri("connect/revoke", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        (await browser.RefreshAsync(tokens.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_in_that_is_too_old_or_used_already_leads_to_a_page_that_starts_anew(bool tooOld)
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var asked = await browser.AuthorizeAsync();
        if (tooOld)
            _server.Clock.Advance(TimeSpan.FromMinutes(31));

        var sent = await browser.SubmitAsync(asked.Location!.ToString(), ("email", account.Email), ("password", IdentityServer.Password));
        if (!tooOld)
            Assert.NotNull((await browser.GetAsync(sent.Location!.ToString())).Carried("code"));
        var page = await browser.GetAsync(sent.Location!.ToString());

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("<a class=\"ds-link\" href=\"/admin\">Start again</a>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_when_the_client_forbids_it()
    {
        using var browser = new Browser(_server);

        var answer = await browser.AuthorizeAsync(("prompt", "none"));

        Assert.Equal("login_required", answer.Carried("error"));
    }

    [Fact]
    public async Task A_client_can_demand_the_password_again()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        await browser.SignInAsync(account.Email, IdentityServer.Password);
        _server.Clock.Advance(TimeSpan.FromMinutes(2));

        var asked = await browser.AuthorizeAsync(("prompt", "login"));
        Assert.StartsWith("/connect/sign-in", asked.Location!.ToString(), StringComparison.Ordinal);
        var sent = await browser.SubmitAsync(asked.Location.ToString(), ("email", account.Email), ("password", IdentityServer.Password));

        Assert.NotNull((await browser.GetAsync(sent.Location!.ToString())).Carried("code"));
    }
}
