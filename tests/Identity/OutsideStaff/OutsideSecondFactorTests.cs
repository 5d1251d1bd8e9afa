using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.SecondFactor;
using Microsoft.IdentityModel.JsonWebTokens;
using static Kommunebro.Tests.Identity.OutsideStaff.OutsideStaffFixture;

namespace Kommunebro.Tests.Identity.OutsideStaff;

/// <summary>A second factor that was shown outside counts when the settings believe it; else it is shown here.</summary>
public sealed class OutsideSecondFactorTests : IAsyncLifetime
{
    private const string EnrolPage = "/connect/second-factor/enrol";

    private readonly OutsideStaffFixture _fixture = new();
    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        await _fixture.InitializeAsync();
        var settings = _fixture.Settings();
        settings["Identity:SecondFactor:RequiredFor:0"] = StaffRole.KsCoordinator;
        _server = await IdentityServer.StartAsync(more: settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task One_that_the_settings_believe_is_enough()
    {
        var person = Person(Coordinators);
        person["amr"] = new JsonArray("pwd", "mfa");

        var tokens = (await _fixture.SignInToAdminAsync(new Browser(_server), person)).Expect(HttpStatusCode.OK);

        Assert.Equal(
            ["fed", "mfa"], new JsonWebToken(tokens.Text("id_token")).Claims.Where(claim => claim.Type == "amr").Select(claim => claim.Value));
    }

    [Fact]
    public async Task Else_the_person_takes_an_authenticator_into_use_here_and_gives_its_code_from_then_on()
    {
        var person = Person(Coordinators);
        person["amr"] = new JsonArray("pwd");
        using var first = new Browser(_server);
        await _fixture.SignInAsync(first, person);
        Assert.StartsWith(EnrolPage, (await first.AuthorizeAsync()).Location!.ToString(), StringComparison.Ordinal);
        var authenticator = await Authenticator.EnrolAsync(first, EnrolPage);
        (await first.RedeemAsync((await first.AuthorizeAsync()).Carried("code")!)).Expect(HttpStatusCode.OK);
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        _fixture.Provider.Staff.SignedInAt = _server.Clock.GetUtcNow();
        using var second = new Browser(_server);

        await _fixture.SignInAsync(second, person);
        var owed = await second.AuthorizeAsync();

        Assert.StartsWith("/connect/second-factor?", owed.Location!.ToString(), StringComparison.Ordinal);
        await second.SubmitAsync(owed.Location.ToString(), ("code", authenticator.Code()));
        var tokens = (await second.RedeemAsync((await second.AuthorizeAsync()).Carried("code")!)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ["fed", "otp", "mfa"], new JsonWebToken(tokens.Text("id_token")).Claims.Where(claim => claim.Type == "amr").Select(claim => claim.Value));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_against_the_way_from_outside_too()
    {
        var person = Person(Coordinators);
        using var browser = new Browser(_server);
        await _fixture.SignInAsync(browser, person);
        var authenticator = await Authenticator.EnrolAsync(browser, EnrolPage);
        using var thief = new Browser(_server);
        await _fixture.SignInAsync(thief, person);
        for (var i = 0; i < 5; i++)
            await thief.SubmitAsync("/connect/second-factor", ("code", authenticator.WrongCode()));

        Assert.Equal(HttpStatusCode.Forbidden, (await _fixture.SignInAsync(new Browser(_server), person)).Status);

        _server.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await _fixture.SignInAsync(new Browser(_server), person)).Status);
    }

    [Fact]
    public async Task A_letter_does_not_lead_past_the_authenticator_of_an_account()
    {
        var account = await _server.AddStaffAsync(StaffRole.KsCoordinator);
        using var owner = new Browser(_server);
        await owner.SignInAsync(account.Email, IdentityServer.Password);
        await Authenticator.EnrolAsync(owner, EnrolPage);
        (await _server.CommandAsync("accounts", "password", $"{account.Id}")).Done();
        (await _server.CommandAsync("invitations", "send", $"{account.Id}")).Done();
        var link = await _server.LetterLinkAsync($"{account.Id}", invitation: true);
        var person = Person(Coordinators);
        person["amr"] = new JsonArray("pwd", "mfa");
        using var browser = new Browser(_server);

        await _fixture.SignInAsync(browser, person, link.Replace("/connect/password/choose", Entra, StringComparison.Ordinal));

        Assert.StartsWith("/connect/second-factor?", (await browser.AuthorizeAsync()).Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_there_long_ago_makes_nobody_fresh_here()
    {
        var person = Person(Coordinators);
        using var browser = new Browser(_server);
        _fixture.Provider.Staff.SignedInAt = _server.Clock.GetUtcNow().AddHours(-1);
        await _fixture.SignInAsync(browser, person);
        Assert.False(_fixture.Provider.Staff.LastRequest.ContainsKey("prompt"));

        var stale = await browser.GetAsync(EnrolPage);

        Assert.StartsWith("/connect/sign-in?", stale.Location!.ToString(), StringComparison.Ordinal);
        _fixture.Provider.Staff.SignedInAt = _server.Clock.GetUtcNow();
        var back = await _fixture.SignInAsync(
            browser, person, stale.Location.ToString().Replace("/connect/sign-in", Entra, StringComparison.Ordinal));
        Assert.Equal("login", _fixture.Provider.Staff.LastRequest["prompt"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(back.Location!.ToString())).Status);
    }
}
