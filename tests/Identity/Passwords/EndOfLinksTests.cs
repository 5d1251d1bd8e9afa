using System.Net;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Identity.Accounts;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.SecondFactor;

namespace Kommunebro.Tests.Identity.Passwords;

/// <summary>What ends the link of a letter, and what does not.</summary>
public sealed class EndOfLinksTests : IAsyncLifetime
{
    private const string Chosen = "a password of my own choice";
    private const string CodePage = "/connect/second-factor";

    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public Task An_account_that_was_inactive_meanwhile_is_not_opened_by_an_old_link() => EndsByAsync(async account =>
    {
        (await _server.CommandAsync("accounts", "deactivate", account.Email)).Done();
        (await _server.CommandAsync("accounts", "activate", account.Email)).Done();
    });

    [Fact]
    public Task A_temporary_password_ends_it() => EndsByAsync(async account => (await _server.CommandAsync("accounts", "password", account.Email)).Done());

    [Fact]
    public Task A_link_in_the_mailbox_of_before_opens_nothing() => EndsByAsync(account => ReviseAsync(account, $"new.{account.Email}"));

    [Fact]
    public Task A_password_that_its_owner_chose_by_another_link_ends_it() => EndsByAsync(async account =>
    {
        using var browser = new Browser(_server);
        Assert.Equal(HttpStatusCode.Redirect, await ChooseAsync(browser, await _server.LetterLinkAsync($"{account.Id}")));
    });

    [Fact]
    public async Task A_password_that_its_owner_chose_after_signing_in_ends_it()
    {
        var created = await _server.UseAsync((CreateAccount create) => create.RunAsync(
            new AccountRequest("temporary@example.org", "Temporary", "nb", [StaffRole.Viewer]), password: null, CancellationToken.None));
        var page = await _server.LetterLinkAsync($"{created.Account.Id}");
        using var browser = new Browser(_server);
        var asked = await browser.SignInAsync(created.Account.Email, created.Password);
        Assert.Equal(HttpStatusCode.Redirect, await ChooseAsync(browser, asked.Location!.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).Status);
    }

    [Fact]
    public async Task Another_name_and_the_letter_once_more_do_not()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var first = await _server.LetterLinkAsync($"{account.Id}");
        await ReviseAsync(account, account.Email.ToUpperInvariant());
        var again = await _server.LetterLinkAsync($"{account.Id}");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(again)).Status);
        Assert.Equal(HttpStatusCode.Redirect, await ChooseAsync(browser, first));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(again)).Status);
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from password_links"));
    }

    [Fact]
    public async Task An_invitation_is_good_until_the_end_of_the_day_that_the_letter_names()
    {
        var account = await InviteAsync();
        var page = await _server.LetterLinkAsync($"{account.Id}", invitation: true);
        using var browser = new Browser(_server);
        var end = new DateTimeOffset(_server.Clock.GetUtcNow().UtcDateTime.Date.AddDays(8), TimeSpan.Zero);

        Assert.Equal(
            $"{end.AddDays(-1):yyyy-MM-dd}",
            await _server.Database.ScalarAsync<string>("select to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD') from password_links"));
        _server.Clock.SetUtcNow(end.AddSeconds(-1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).Status);
        _server.Clock.SetUtcNow(end);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).Status);
    }

    [Fact]
    public async Task An_invitation_that_comes_late_opens_no_account_that_has_a_password()
    {
        var account = await InviteAsync();
        var page = await _server.LetterLinkAsync($"{account.Id}", invitation: true);
        (await _server.CommandAsync("accounts", "password", account.Email)).Done();
        using var browser = new Browser(_server);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).Status);
        var refused = await Assert.ThrowsAsync<RpcException>(() => _server.LetterLinkAsync($"{account.Id}", invitation: true));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(await _server.LetterLinkAsync($"{account.Id}"))).Status);
    }

    [Fact]
    public async Task A_letter_forgives_no_wrong_code()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        await browser.SignInAsync(account.Email, IdentityServer.Password);
        var authenticator = await Authenticator.EnrolAsync(browser, $"{CodePage}/enrol");
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        using var thief = new Browser(_server);
        await SignInAsync(thief, account.Email, IdentityServer.Password);
        for (var i = 0; i < 5; i++)
            await thief.SubmitAsync(CodePage, ("code", authenticator.WrongCode()));

        Assert.Equal(HttpStatusCode.Redirect, await ChooseAsync(thief, await _server.LetterLinkAsync($"{account.Id}")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(thief, account.Email, Chosen));
        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(browser, account.Email, Chosen));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(CodePage, ("code", authenticator.Code()))).Status);
    }

    private static async Task<HttpStatusCode> ChooseAsync(Browser browser, string page) =>
        (await browser.SubmitAsync(page, ("password", Chosen), ("again", Chosen))).Status;

    private static async Task<HttpStatusCode> SignInAsync(Browser browser, string email, string password) =>
        (await browser.SubmitAsync("/connect/sign-in", ("email", email), ("password", password))).Status;

    private async Task EndsByAsync(Func<AccountView, Task> change)
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var page = await _server.LetterLinkAsync($"{account.Id}");
        using var browser = new Browser(_server);
        var shown = await browser.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, shown.Status);

        await change(account);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).Status);
        var sent = await browser.PostAsync(page, ("guard", Authenticator.Value(shown.Html, "guard")), ("password", Chosen), ("again", Chosen));
        Assert.Equal(HttpStatusCode.NotFound, sent.Status);
    }

    private async Task ReviseAsync(AccountView account, string email) => (await _server.SendAsync(
        HttpMethod.Put, $"accounts/{account.Id}", new { email, name = "Another Name", language = "nb", roles = new[] { StaffRole.Viewer } },
        $"\"{account.Version}\"")).Expect(HttpStatusCode.OK);

    private async Task<AccountView> InviteAsync()
    {
        var created = await _server.UseAsync((CreateAccount create) => create.RunAsync(
            new AccountRequest("new@example.org", "Ny Kollega", "nb", [StaffRole.Viewer]), password: null, CancellationToken.None));
        (await _server.CommandAsync("invitations", "send", "new@example.org")).Done();
        return created.Account;
    }
}
