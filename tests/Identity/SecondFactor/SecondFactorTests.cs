using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Identity.Accounts;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using OtpNet;

namespace Kommunebro.Tests.Identity.SecondFactor;

/// <summary>Staff sign in with a code of an authenticator after the password.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string CodePage = "/connect/second-factor";
    private const string EnrolPage = "/connect/second-factor/enrol";

    private IdentityServer _server = null!;
    private AccountView _account = null!;
    private Authenticator _authenticator = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await IdentityServer.StartAsync();
        _account = await _server.AddStaffAsync(StaffRole.KsCoordinator);
        using var browser = new Browser(_server);
        await browser.SignInAsync(_account.Email, IdentityServer.Password);
        _authenticator = await Authenticator.EnrolAsync(browser, EnrolPage);
        // The code that proved it is used up.
        _server.Clock.Advance(TimeSpan.FromSeconds(60));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_password_leads_to_the_code_and_the_code_leads_in()
    {
        using var browser = new Browser(_server);
        var asked = await PasswordAsync(browser);
        Assert.StartsWith(CodePage, asked.Location!.ToString(), StringComparison.Ordinal);

        var sent = await browser.SubmitAsync(asked.Location!.ToString(), ("code", _authenticator.Code()));
        var back = await browser.GetAsync(sent.Location!.ToString());

        var tokens = (await browser.RedeemAsync(back.Carried("code")!)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ["mfa", "otp", "pwd"],
            new JsonWebToken(tokens.Text("id_token")).Claims.Where(claim => claim.Type == "amr").Select(claim => claim.Value).Order());
        Assert.DoesNotContain(new JsonWebToken(tokens.Text("access_token")).Claims, claim => claim.Type == "amr");
        (await browser.RefreshAsync(tokens.Text("refresh_token"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        using var browser = new Browser(_server);
        await PasswordAsync(browser);

        Assert.StartsWith(CodePage, (await browser.AuthorizeAsync()).Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("interaction_required", (await browser.AuthorizeAsync(("prompt", "none"))).Carried("error"));
        Assert.StartsWith("/connect/sign-in", (await browser.GetAsync("/connect/new-password")).Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"{CodePage}?", (await browser.GetAsync(EnrolPage)).Location!.ToString(), StringComparison.Ordinal);
        using var nobody = new Browser(_server);
        Assert.StartsWith("/connect/sign-in", (await nobody.GetAsync(CodePage)).Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/connect/sign-in", (await nobody.GetAsync(EnrolPage)).Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        using var first = new Browser(_server);
        using var second = new Browser(_server);
        await PasswordAsync(first);
        await PasswordAsync(second);
        var code = _authenticator.Code();

        var answers = await Task.WhenAll(first.SubmitAsync(CodePage, ("code", code)), second.SubmitAsync(CodePage, ("code", code)));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.Status).Order());
        Assert.Equal(1, await _server.Database.ScalarAsync<long>("""select count(*) from audit where after @> '{"reason": "used_code"}'"""));
        // Who was first owes no code any more.
        var late = answers[0].Status == HttpStatusCode.Redirect ? second : first;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await late.SubmitAsync(CodePage, ("code", _authenticator.Code(TimeSpan.FromSeconds(30))))).Status);
        _server.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Redirect, (await late.SubmitAsync(CodePage, ("code", _authenticator.Code()))).Status);
    }

    [Fact]
    public async Task A_clock_may_be_half_a_minute_late_and_no_later()
    {
        using var browser = new Browser(_server);
        await PasswordAsync(browser);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(CodePage, ("code", _authenticator.Code(TimeSpan.FromSeconds(61))))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(CodePage, ("code", _authenticator.WrongCode()))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(CodePage, ("code", ""))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(CodePage, ("code", _authenticator.Code(TimeSpan.FromSeconds(29))))).Status);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_the_right_password_between_them_forgives_none()
    {
        using var browser = new Browser(_server);
        for (var i = 0; i < 5; i++)
        {
            await PasswordAsync(browser);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(CodePage, ("code", _authenticator.WrongCode()))).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(CodePage, ("code", _authenticator.Code()))).Status);
        Assert.Equal(1, await _server.Database.ScalarAsync<long>($"select count(*) from audit where action = 'account.lock' and subject_id = '{_account.Id}'"));
        using var own = new Browser(_server);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await own.SubmitAsync("/connect/sign-in", ("email", _account.Email), ("password", IdentityServer.Password))).Status);
        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        await PasswordAsync(own);
        Assert.Equal(HttpStatusCode.Redirect, (await own.SubmitAsync(CodePage, ("code", _authenticator.Code()))).Status);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        Assert.Equal(10, _authenticator.RecoveryCodes.Distinct().Count());
        var code = _authenticator.RecoveryCodes[3];
        using var first = new Browser(_server);
        await PasswordAsync(first);
        using var second = new Browser(_server);
        await PasswordAsync(second);

        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(CodePage, ("code", code.ToUpperInvariant().Replace('-', ' ')))).Status);
        foreach (var spelled in (string[])[code, code.ToUpperInvariant(), code.Replace("-", "", StringComparison.Ordinal)])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await second.SubmitAsync(CodePage, ("code", spelled))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await second.SubmitAsync(CodePage, ("code", _authenticator.RecoveryCodes[0]))).Status);
        Assert.Equal(2, await _server.Database.ScalarAsync<long>("""select count(*) from audit where after @> '{"method": "recovery_code"}'"""));
    }

    [Fact]
    public async Task Neither_key_nor_codes_stand_anywhere_readable()
    {
        using var browser = new Browser(_server);
        await PasswordAsync(browser);
        await browser.SubmitAsync(CodePage, ("code", _authenticator.RecoveryCodes[0]));

        var key = Base32Encoding.ToBytes(_authenticator.Key);
        foreach (var secret in (string[])[
            .. _authenticator.RecoveryCodes, .. _authenticator.RecoveryCodes.Select(code => code.Replace("-", "", StringComparison.Ordinal)),
            _authenticator.Key, Convert.ToHexString(key), Convert.ToBase64String(key)])
        {
            foreach (var table in (string[])["accounts", "audit", "data_protection_keys"])
                Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text ilike '%{secret}%'"));
            Assert.DoesNotContain(secret, _server.Logs.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_administrator_helps_who_has_lost_everything()
    {
        var path = $"accounts/{_account.Id}/second-factor";
        var seen = await _server.GetAsync($"accounts/{_account.Id}");
        Assert.True((bool)seen.Body["hasSecondFactor"]!);
        (await _server.SendAsync(HttpMethod.Delete, path)).ExpectProblem(HttpStatusCode.PreconditionRequired, "version_required");

        var ended = (await _server.SendAsync(HttpMethod.Delete, path, etag: seen.ETag)).Expect(HttpStatusCode.OK);

        Assert.False((bool)ended.Body["hasSecondFactor"]!);
        (await _server.SendAsync(HttpMethod.Delete, path, etag: ended.ETag)).ExpectProblem(HttpStatusCode.Conflict, "no_second_factor");
        (await _server.CommandAsync("accounts", "end-second-factor", _account.Email)).Refused(("", "no_second_factor"));
        using var browser = new Browser(_server);
        (await browser.SignInToAdminAsync(_account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
    }

    private async Task<Seen> PasswordAsync(Browser browser)
    {
        var asked = await browser.AuthorizeAsync();
        if (asked.Location!.ToString().StartsWith(CodePage, StringComparison.Ordinal))
            return asked;
        var sent = await browser.SubmitAsync(asked.Location!.ToString(), ("email", _account.Email), ("password", IdentityServer.Password));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        return await browser.GetAsync(sent.Location!.ToString());
    }
}
