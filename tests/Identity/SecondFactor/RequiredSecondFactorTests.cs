using System.Net;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.SecondFactor;

/// <summary>The operator demands a second factor of the roles that release proposals.</summary>
public sealed class RequiredSecondFactorTests : IAsyncLifetime
{
    private const string EnrolPage = "/connect/second-factor/enrol";

    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync(more: new Dictionary<string, string?>
    {
        ["Identity:SecondFactor:RequiredFor:0"] = StaffRole.KsCoordinator,
        ["Identity:SecondFactor:RequiredFor:1"] = StaffRole.AucCoordinator,
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Who_has_the_role_gets_in_when_an_authenticator_is_in_use()
    {
        var account = await _server.AddStaffAsync(StaffRole.AucCoordinator);
        using var browser = new Browser(_server);

        var sentOn = await browser.SignInAsync(account.Email, IdentityServer.Password);

        Assert.StartsWith(EnrolPage, sentOn.Location!.ToString(), StringComparison.Ordinal);
        Assert.Null((await browser.AuthorizeAsync()).Carried("code"));
        await Authenticator.EnrolAsync(browser, sentOn.Location!.ToString());
        (await browser.RedeemAsync((await browser.AuthorizeAsync()).Carried("code")!)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_role_needs_none()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);

        (await browser.SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_gets_the_role_while_signed_in_must_sign_in_anew()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var tokens = (await browser.SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
        (await _server.SendAsync(
            HttpMethod.Put, $"accounts/{account.Id}",
            new { email = account.Email, name = account.Name, language = "uk", roles = new[] { StaffRole.AucCoordinator } },
            $"\"{account.Version}\"")).Expect(HttpStatusCode.OK);

        (await browser.RefreshAsync(tokens.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
        Assert.StartsWith(EnrolPage, (await browser.AuthorizeAsync()).Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enrolling_ends_what_was_signed_in_by_the_password_alone()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var thief = new Browser(_server);
        var stolen = (await thief.SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
        using var owner = new Browser(_server);
        await owner.SignInAsync(account.Email, IdentityServer.Password);

        await Authenticator.EnrolAsync(owner, EnrolPage);

        (await thief.RefreshAsync(stolen.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
        Assert.StartsWith("/connect/sign-in", (await thief.AuthorizeAsync()).Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RequiredFor:0", "boss")]
    [InlineData("RequiredFor:0", "")]
    [InlineData("RequiredFor:0:Role", StaffRole.Administrator)]
    [InlineData("RequiredFor", StaffRole.Administrator)]
    [InlineData("RequiredFor", "ks-coordinator,auc-coordinator")]
    public void What_is_no_list_of_roles_is_refused_at_the_start(string key, string value)
    {
        var refused = Assert.Throws<SettingException>(() => IdentityServer.Build(
            "Host=nowhere", keys: null, more: new Dictionary<string, string?> { [$"Identity:SecondFactor:{key}"] = value }));

        Assert.StartsWith("Identity:SecondFactor:RequiredFor ", refused.Message, StringComparison.Ordinal);
    }
}
