using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Identity.Accounts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.SecondFactor;

/// <summary>Who may take an authenticator into use, or replace one.</summary>
public sealed class EnrolmentTests : IAsyncLifetime
{
    private const string SignInPage = "/connect/sign-in";
    private const string CodePage = "/connect/second-factor";
    private const string EnrolPage = "/connect/second-factor/enrol";
    private const string NewPasswordPage = "/connect/new-password";

    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(16);

    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_is_replaced_after_password_and_code_alone()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = await SignedInAsync(account);
        var old = await Authenticator.EnrolAsync(browser, EnrolPage);
        var shown = await browser.GetAsync(EnrolPage);
        _server.Clock.Advance(TooLong);

        var late = await browser.PostAsync(
            EnrolPage, ("guard", Authenticator.Value(shown.Html, "guard")), ("ticket", Authenticator.Value(shown.Html, "ticket")),
            ("code", Authenticator.Of(_server, shown.Html).Code()));
        LeadsTo(SignInPage, late);
        var asked = await browser.GetAsync($"{EnrolPage}?lang=nb");
        LeadsTo(SignInPage, asked);
        LeadsTo(SignInPage, await browser.GetAsync(NewPasswordPage));

        var passwordGiven = await browser.SubmitAsync(asked.Location!.ToString(), ("email", account.Email), ("password", IdentityServer.Password));
        Assert.Equal($"{EnrolPage}?lang=nb", passwordGiven.Location!.ToString());
        var owing = await browser.GetAsync(passwordGiven.Location!.ToString());
        LeadsTo($"{CodePage}?", owing);
        var codeGiven = await browser.SubmitAsync(owing.Location!.ToString(), ("code", old.Code()));
        var replaced = await Authenticator.EnrolAsync(browser, codeGiven.Location!.ToString());

        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        using var other = await SignedInAsync(account);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.SubmitAsync(CodePage, ("code", old.Code()))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await other.SubmitAsync(CodePage, ("code", replaced.Code()))).Status);
    }

    [Fact]
    public async Task A_code_alone_makes_no_session_fresh()
    {
        const string Back = "?back=%2Fconnect%2Fsecond-factor%2Fenrol%3Flang%3Den";
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var open = await SignedInAsync(account);
        var authenticator = await Authenticator.EnrolAsync(open, EnrolPage);
        using var owing = await SignedInAsync(account);
        _server.Clock.Advance(TooLong);

        foreach (var browser in (Browser[])[open, owing])
        {
            LeadsTo(SignInPage + Back, await browser.GetAsync(CodePage + Back));
            var guard = Authenticator.Value((await browser.GetAsync(SignInPage)).Html, "guard");
            foreach (var code in (string[])[authenticator.Code(), authenticator.RecoveryCodes[0]])
                LeadsTo(SignInPage + Back, await browser.PostAsync(CodePage + Back, ("guard", guard), ("code", code)));
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(EnrolPage)).Status);
            LeadsTo(EnrolPage, await browser.SubmitAsync(SignInPage + Back, ("email", account.Email), ("password", IdentityServer.Password)));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(CodePage)).Status);
        }
    }

    [Fact]
    public async Task The_first_one_needs_a_fresh_sign_in_too()
    {
        using var browser = await SignedInAsync(await _server.AddStaffAsync(StaffRole.Viewer));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(EnrolPage)).Status);
        _server.Clock.Advance(TooLong);

        LeadsTo(SignInPage, await browser.GetAsync(EnrolPage));
    }

    [Fact]
    public async Task Who_knows_a_temporary_password_chooses_another_one_first()
    {
        var created = await _server.UseAsync((CreateAccount create) => create.RunAsync(
            new AccountRequest("temporary@example.org", "Temporary", "nb", [StaffRole.Viewer]), password: null, CancellationToken.None));
        using var browser = new Browser(_server);
        await browser.SignInAsync(created.Account.Email, created.Password);

        var asked = await browser.GetAsync(EnrolPage);

        LeadsTo(NewPasswordPage, asked);
        LeadsTo(NewPasswordPage, await browser.PostAsync(EnrolPage, ("code", "no code")));
        var chosen = await browser.SubmitAsync(asked.Location!.ToString(), ("password", "a password of my own"), ("again", "a password of my own"));
        await Authenticator.EnrolAsync(browser, chosen.Location!.ToString());
    }

    [Fact]
    public async Task A_key_that_was_offered_to_one_is_no_good_for_another()
    {
        using var me = await SignedInAsync(await _server.AddStaffAsync(StaffRole.Viewer));
        using var other = await SignedInAsync(await _server.AddStaffAsync(StaffRole.Viewer));
        var offered = await me.GetAsync(EnrolPage);
        Assert.Contains("otpauth://totp/Kommunebro:", offered.Html, StringComparison.Ordinal);
        Assert.Contains("<svg", offered.Html, StringComparison.Ordinal);
        var fields = ((string, string)[])[
            ("ticket", Authenticator.Value(offered.Html, "ticket")), ("code", Authenticator.Of(_server, offered.Html).Code())];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.SubmitAsync(EnrolPage, fields)).Status);
        Assert.Equal(0, await EnrolledAsync());
        Assert.Equal(HttpStatusCode.OK, (await me.SubmitAsync(EnrolPage, fields)).Status);
    }

    [Theory]
    [InlineData("nb", "klokka på telefonen")]
    [InlineData("uk", "годинник телефона")]
    [InlineData("en", "your telephone's clock")]
    public async Task A_wrong_code_enrols_nobody_and_is_told_in_words_of_its_own(string language, string words)
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server, language);
        await browser.SignInAsync(account.Email, IdentityServer.Password);
        var offered = await browser.GetAsync(EnrolPage);

        var wrong = await browser.SubmitAsync(
            EnrolPage, ("ticket", Authenticator.Value(offered.Html, "ticket")), ("code", Authenticator.Of(_server, offered.Html).WrongCode()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains(words, WebUtility.HtmlDecode(wrong.Html), StringComparison.Ordinal);
        Assert.Equal(0, await EnrolledAsync());
        Assert.Equal(Authenticator.Of(_server, offered.Html).Key, Authenticator.Of(_server, wrong.Html).Key);
    }

    private static void LeadsTo(string page, Seen answer) =>
        Assert.StartsWith(page, answer.Location!.ToString(), StringComparison.Ordinal);

    private Task<long> EnrolledAsync() => _server.Database.ScalarAsync<long>("select count(*) from accounts where second_factor_key is not null");

    private async Task<Browser> SignedInAsync(AccountView account)
    {
        var browser = new Browser(_server);
        await browser.SignInAsync(account.Email, IdentityServer.Password);
        return browser;
    }
}
