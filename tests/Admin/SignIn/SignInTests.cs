using System.Net;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Admin.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kommunebro.Tests.Admin.SignIn;

/// <summary>Signing in, staying signed in, and signing out.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private IdentityStandIn _identity = null!;
    private AdminServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityStandIn.StartAsync();
        _server = await AdminServer.StartAsync(new AdminServerOptions { Settings = _identity.Settings });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task A_stranger_goes_to_identity_and_comes_back_to_the_page_that_was_asked_for()
    {
        using var visitor = _server.Visitor();

        var page = (await visitor.GetAsync("proposals?status=proposed")).Expect(HttpStatusCode.OK);

        Assert.Equal("/admin/proposals?status=proposed", page.Address.PathAndQuery);
        Assert.Contains("Olena Prykład", page.Text, StringComparison.Ordinal);
        Assert.Equal(("code", "query", "S256", "admin"), (
            _identity.LastRequest["response_type"], _identity.LastRequest.GetValueOrDefault("response_mode", "query"),
            _identity.LastRequest["code_challenge_method"], _identity.LastRequest["client_id"]));
        Assert.EndsWith("/admin/signin-oidc", _identity.LastRequest["redirect_uri"], StringComparison.Ordinal);
        Assert.Equal(_identity.Account.ToString(), new JsonWebToken(_server.Heard.CallerOf<FindProposalsRequest>().Token).Subject);
    }

    [Fact]
    public async Task The_browser_holds_a_key_and_the_database_an_unreadable_ticket()
    {
        using var visitor = _server.Visitor();
        await visitor.GetAsync("");

        Assert.Equal(1L, await _server.Database.ScalarAsync<long>("select count(*) from sessions"));
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>(
            "select count(*) from sessions where position(convert_to('access_token', 'UTF8') in ticket) > 0"));
    }

    [Fact]
    public async Task A_token_that_is_about_to_end_is_renewed()
    {
        _identity.ExpiresIn = 30;
        using var visitor = _server.Visitor();
        await visitor.GetAsync("");
        var first = _server.Heard.CallerOf<GetOverviewRequest>().Token;

        (await visitor.GetAsync("")).Expect(HttpStatusCode.OK);

        Assert.True(_identity.Refreshed > 0);
        Assert.NotEmpty(first);
        Assert.Equal(1L, await _server.Database.ScalarAsync<long>("select count(*) from sessions"));
    }

    [Fact]
    public async Task Parts_that_ask_at_once_renew_once()
    {
        _identity.ExpiresIn = 61;
        using var visitor = _server.Visitor();
        await visitor.GetAsync("signed-out");
        await visitor.GetAsync("inbox");
        var before = _identity.Refreshed;
        _identity.ExpiresIn = 600;

        await Kommunebro.Testing.Eventually.TrueAsync(
            async () =>
            {
                var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.GetAsync("inbox")));
                Assert.All(pages, page => page.Expect(HttpStatusCode.OK));
                return _identity.Refreshed > before;
            },
            "a token was renewed");

        Assert.Equal(before + 1, _identity.Refreshed);
    }

    [Fact]
    public async Task A_session_that_identity_takes_back_ends()
    {
        _identity.ExpiresIn = 30;
        using var visitor = _server.Visitor();
        await visitor.GetAsync("inbox");
        var before = _identity.Refreshed;
        _identity.RefusesRefresh = true;

        // The next page leads through identity again.
        await visitor.GetAsync("inbox");

        Assert.Equal(1L, await _server.Database.ScalarAsync<long>("select count(*) from sessions"));
        Assert.Equal(before, _identity.Refreshed);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_identity()
    {
        using var visitor = _server.Visitor();
        var page = await visitor.GetAsync("inbox");
        var fields = new Dictionary<string, string> { ["leave"] = "yes", ["__RequestVerificationToken"] = page.FieldsOf("read")["__RequestVerificationToken"] };

        var after = (await visitor.PostAsync("sign-out", fields)).Expect(HttpStatusCode.OK);

        Assert.Equal("/admin/signed-out", after.Address.AbsolutePath);
        Assert.Equal(1, _identity.SignedOut);
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>("select count(*) from sessions"));
    }

    [Fact]
    public async Task While_identity_is_away_the_page_says_that_signing_in_must_wait()
    {
        await _identity.StopAsync();
        using var visitor = _server.Visitor();

        var page = (await visitor.GetAsync("")).Expect(HttpStatusCode.ServiceUnavailable);

        Assert.Contains("Temporarily unavailable", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_was_not_begun_here_leads_to_a_page_that_offers_another_try()
    {
        using var visitor = _server.Visitor();

        var page = (await visitor.GetAsync("signin-oidc?code=stolen&state=none")).Expect(HttpStatusCode.OK);

        Assert.Equal("/admin/sign-in-failed", page.Address.AbsolutePath);
    }
}
