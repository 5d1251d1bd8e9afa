using System.Net;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Passwords;

/// <summary>People choose passwords by the link of a letter: invited, or because they have forgotten theirs.</summary>
public sealed class PasswordLinksTests : IAsyncLifetime
{
    private const string Chosen = "a password of my own choice";
    private const string Forgotten = "/connect/password/forgotten";

    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_invited_person_chooses_the_first_password_and_nobody_else_has_known_one()
    {
        var created = (await _server.PostAsync(
            "accounts", new { email = "new@example.org", name = "Ny Kollega", language = "nb", roles = new[] { StaffRole.Viewer } })).Expect(HttpStatusCode.Created);
        var id = (string)created.Body["account"]!["id"]!;

        var invited = (await _server.PostAsync($"accounts/{id}/invitation", etag: created.ETag, key: "invite")).Expect(HttpStatusCode.OK);

        await LetterAsync(id, invitation: true);
        using var browser = new Browser(_server);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(browser, "new@example.org", created.Text("password"))).Status);
        var page = await _server.LetterLinkAsync(id, invitation: true);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).Status);
        var sent = await browser.SubmitAsync(page, ("password", Chosen), ("again", Chosen));
        Assert.StartsWith("/connect/sign-in", sent.Location!.ToString(), StringComparison.Ordinal);
        (await browser.SignInToAdminAsync("new@example.org", Chosen)).Expect(HttpStatusCode.OK);
        var seen = await _server.GetAsync($"accounts/{id}");
        (await _server.PostAsync($"accounts/{id}/invitation", etag: seen.ETag)).ExpectProblem(HttpStatusCode.Conflict, "has_password");
        (await _server.PostAsync($"accounts/{id}/invitation", etag: invited.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var page = await _server.LetterLinkAsync($"{account.Id}");
        using var first = new Browser(_server);
        using var second = new Browser(_server);

        var answers = await Task.WhenAll(
            first.SubmitAsync(page, ("password", Chosen), ("again", Chosen)), second.SubmitAsync(page, ("password", $"{Chosen} too"), ("again", $"{Chosen} too")));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.NotFound], answers.Select(answer => answer.Status).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await first.GetAsync(page)).Status);
    }

    [Fact]
    public async Task A_link_is_good_for_an_hour()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var page = await _server.LetterLinkAsync($"{account.Id}");

        _server.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).Status);
        _server.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).Status);
        _server.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(
            async () => await _server.Database.ScalarAsync<long>("select count(*) from password_links") == 0, "links that are too old are forgotten");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/connect/password/choose?ticket=guess")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/connect/password/choose")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_a_lock_and_what_was_signed_in()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var thief = new Browser(_server);
        var stolen = (await thief.SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
        using var browser = new Browser(_server);
        for (var i = 0; i < 5; i++)
            await SignInAsync(browser, account.Email, "a wrong password");
        var page = await _server.LetterLinkAsync($"{account.Id}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, ("password", "short"), ("again", "short"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, ("password", Chosen), ("again", "another"))).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(page, ("password", IdentityServer.Password), ("again", IdentityServer.Password))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, ("password", Chosen), ("again", Chosen))).Status);

        (await browser.SignInToAdminAsync(account.Email, Chosen)).Expect(HttpStatusCode.OK);
        (await thief.RefreshAsync(stolen.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Fact]
    public async Task Strangers_learn_nothing_from_asking_for_a_letter()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);

        var known = await browser.SubmitAsync(Forgotten, ("email", account.Email.ToUpperInvariant()));
        var unknown = await browser.SubmitAsync(Forgotten, ("email", "nobody@example.org"));
        var again = await browser.SubmitAsync(Forgotten, ("email", account.Email));

        Assert.Equal(HttpStatusCode.OK, known.Status);
        Assert.Equal(known.Html, unknown.Html);
        Assert.Equal(known.Html, again.Html);
        // One letter, and the second only after a while.
        await LetterAsync($"{account.Id}", invitation: false);
        Assert.Equal(1, await AskedAsync($"{account.Id}"));
        Assert.Equal(1, await AskedAsync("unknown"));
        _server.Clock.Advance(TimeSpan.FromMinutes(6));
        await browser.SubmitAsync(Forgotten, ("email", account.Email));
        Assert.Equal(2, await AskedAsync($"{account.Id}"));
        Assert.DoesNotContain("nobody@example.org", _server.Logs.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(Forgotten, ("email", " "))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(Forgotten, ("email", account.Email))).Status);
    }

    [Fact]
    public async Task A_deactivated_account_gets_no_letter_and_no_link()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var page = await _server.LetterLinkAsync($"{account.Id}");
        (await _server.CommandAsync("accounts", "deactivate", account.Email)).Done();
        using var browser = new Browser(_server);

        await browser.SubmitAsync(Forgotten, ("email", account.Email));

        Assert.Equal(0, await AskedAsync($"{account.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).Status);
        var refused = await Assert.ThrowsAsync<RpcException>(() => _server.LetterLinkAsync($"{account.Id}"));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => _server.LetterLinkAsync($"{Guid.CreateVersion7()}"))).StatusCode);
        (await _server.CommandAsync("invitations", "send", account.Email)).Refused(("", "already_inactive"));
        (await _server.CommandAsync("invitations", "send", "nobody@example.org")).Refused(("", "account_not_found"));
        (await _server.CommandAsync("invitations")).WronglyCalled();
    }

    [Fact]
    public async Task The_token_of_a_link_is_kept_nowhere()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var page = await _server.LetterLinkAsync($"{account.Id}");
        using var browser = new Browser(_server);
        await browser.SubmitAsync(page, ("password", Chosen), ("again", Chosen));

        var token = page.Split("ticket=")[1];
        foreach (var table in (string[])["password_links", "audit", "outbox", "accounts"])
            Assert.Equal(0, await _server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text like '%{token}%'"));
        Assert.DoesNotContain(token, _server.Logs.Text, StringComparison.Ordinal);
    }

    private static Task<Seen> SignInAsync(Browser browser, string email, string password) =>
        browser.SubmitAsync("/connect/sign-in", ("email", email), ("password", password));

    private Task<long> AskedAsync(string subject) => _server.Database.ScalarAsync<long>(
        $"select count(*) from audit where action = 'account.ask-password-letter' and subject_id = '{subject}'");

    /// <summary>Notification hears of one letter to write, and of no more.</summary>
    private async Task LetterAsync(string account, bool invitation)
    {
        IReadOnlyList<PasswordLetterAsked> heard = [];
        await Eventually.TrueAsync(() => Task.FromResult((heard = _server.Notification.Heard<PasswordLetterAsked>()).Count > 0), "a letter is asked for");
        var letter = Assert.Single(heard);
        Assert.Equal((account, invitation), ($"{letter.AccountId}", letter.Invitation));
    }
}
