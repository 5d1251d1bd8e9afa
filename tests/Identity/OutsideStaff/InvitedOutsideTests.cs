using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;
using static Kommunebro.Tests.Identity.OutsideStaff.OutsideStaffFixture;

namespace Kommunebro.Tests.Identity.OutsideStaff;

/// <summary>Only an administrator's invitation leads a person outside to an account that is there already.</summary>
public sealed class InvitedOutsideTests(OutsideStaffFixture fixture) : IClassFixture<OutsideStaffFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task Who_is_invited_can_sign_in_outside_instead_of_choosing_a_password()
    {
        var (id, link) = await InviteAsync("invited@example.org");
        var person = Person(Coordinators);
        using var browser = new Browser(_server);
        var way = WayOf((await browser.GetAsync(link)).Html);

        var back = await fixture.SignInAsync(browser, person, way);

        Assert.Equal("/admin", back.Location!.ToString());
        // Not whoever was signed in there.
        Assert.Equal("login", fixture.Provider.Staff.LastRequest["prompt"]);
        Assert.Equal(id, await fixture.AccountIdAsync(person));
        var seen = await _server.GetAsync($"accounts/{id}");
        Assert.Equal("invited@example.org", seen.Text("email"));
        Assert.Equal(StaffRole.KsCoordinator, (string?)seen.Body["roles"]![0]);
        Assert.StartsWith($"staff:{id} account.sign-in-outside {id}", (await fixture.RowsAsync(2))[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await fixture.SignInAsync(new Browser(_server), Person(Coordinators), way)).Status);
    }

    [Fact]
    public async Task An_invitation_gives_no_role_that_the_provider_does_not_give()
    {
        var (_, link) = await InviteAsync("no-role@example.org");
        var person = Person("another group");

        var page = await fixture.SignInAsync(new Browser(_server), person, link.Replace("/connect/password/choose", Entra, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Null(await fixture.AccountIdAsync(person));
        using var browser = new Browser(_server);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_letter_for_a_forgotten_password_leads_nobody_in_from_outside()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        var link = await _server.LetterLinkAsync($"{account.Id}");
        using var browser = new Browser(_server);
        var person = Person(Coordinators);

        var shown = await browser.GetAsync(link);
        var page = await fixture.SignInAsync(browser, person, link.Replace("/connect/password/choose", Entra, StringComparison.Ordinal));

        Assert.DoesNotContain(Entra, shown.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Null(await fixture.AccountIdAsync(person));
        (await new Browser(_server).SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_an_account_already_is_told_that_the_invitation_is_for_another_one()
    {
        var person = Person(Coordinators);
        await fixture.SignInAsync(new Browser(_server), person);
        var own = await fixture.AccountIdAsync(person);
        var (_, link) = await InviteAsync("another@example.org");
        using var browser = new Browser(_server);

        var page = await fixture.SignInAsync(browser, person, link.Replace("/connect/password/choose", Entra, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("the invitation is for another one", page.Html, StringComparison.Ordinal);
        Assert.Contains("\"reason\": \"person_taken\"", (await fixture.RowsAsync(1))[0], StringComparison.Ordinal);
        Assert.Equal(own, await fixture.AccountIdAsync(person));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
        Assert.Equal("/admin", (await fixture.SignInAsync(browser, person)).Location!.ToString());
    }

    [Fact]
    public async Task Of_two_invitations_that_one_person_opens_at_once_one_leads_in()
    {
        var person = fixture.Provider.Staff.Person = Person(Coordinators);
        Browser[] browsers = [new(_server), new(_server)];
        var ways = new List<string>();
        foreach (var browser in browsers)
        {
            var (_, link) = await InviteAsync($"twice{ways.Count}@example.org");
            ways.Add(await ComeBackAsync(browser, link.Replace("/connect/password/choose", Entra, StringComparison.Ordinal)));
        }

        var pages = await Task.WhenAll(browsers.Zip(ways, (browser, way) => browser.GetAsync(way)));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Forbidden], pages.Select(page => page.Status).Order());
        Assert.Contains("the invitation is for another one", pages.Single(page => page.Status == HttpStatusCode.Forbidden).Html, StringComparison.Ordinal);
        Assert.NotNull(await fixture.AccountIdAsync(person));
    }

    [Fact]
    public async Task The_last_administrator_stays_one_and_the_link_stays_good()
    {
        await using var server = await IdentityServer.StartAsync(more: fixture.Settings());
        (await server.CommandAsync("accounts", "create", "--email", "boss@example.org", "--name", "Sjef", "--role", StaffRole.Administrator)).Done();
        var id = (await server.Database.ScalarAsync<string>("select id::text from accounts"))!;
        (await server.CommandAsync("invitations", "send", id)).Done();
        var link = await server.LetterLinkAsync(id, invitation: true);
        using var browser = new Browser(server);

        var page = await fixture.SignInAsync(browser, Person(Coordinators), link.Replace("/connect/password/choose", Entra, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(StaffRole.Administrator, await server.Database.ScalarAsync<string>("select roles[1] from accounts"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
    }

    private static string WayOf(string html)
    {
        var begin = html.IndexOf($"href=\"{Entra}", StringComparison.Ordinal) + "href=\"".Length;
        return WebUtility.HtmlDecode(html[begin..html.IndexOf('"', begin)]);
    }

    private async Task<(string Id, string Link)> InviteAsync(string email)
    {
        var created = (await _server.PostAsync("accounts", new { email, name = "Ny Kollega", language = "nb", roles = new[] { StaffRole.Viewer } }))
            .Expect(HttpStatusCode.Created);
        var id = (string)created.Body["account"]!["id"]!;
        (await _server.PostAsync($"accounts/{id}/invitation", etag: created.ETag)).Expect(HttpStatusCode.OK);
        return (id, await _server.LetterLinkAsync(id, invitation: true));
    }
}
