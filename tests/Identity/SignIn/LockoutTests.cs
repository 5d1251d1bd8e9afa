using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.SignIn;

/// <summary>Guessing passwords.</summary>
public sealed class LockoutTests : IAsyncLifetime
{
    private const string Page = "/connect/sign-in";

    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_for_a_quarter_of_an_hour()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(browser, account.Email, "a wrong password"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(browser, account.Email, IdentityServer.Password));
        Assert.Equal(1, await _server.Database.ScalarAsync<long>($"select count(*) from audit where action = 'account.lock' and subject_id = '{account.Id}'"));
        _server.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(browser, account.Email, IdentityServer.Password));
        _server.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(browser, account.Email, IdentityServer.Password));
    }

    [Fact]
    public async Task A_right_password_forgives_the_wrong_ones_before()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                await TryAsync(browser, account.Email, "a wrong password");
            Assert.Equal(HttpStatusCode.Redirect, await TryAsync(browser, account.Email, IdentityServer.Password));
        }
    }

    [Fact]
    public async Task Guesses_at_the_same_time_count_one_by_one()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var browser = new Browser(_server);
            await TryAsync(browser, account.Email, "a wrong password");
        }));

        Assert.Equal(5, await _server.Database.ScalarAsync<int>($"select access_failed_count from accounts where id = '{account.Id}'"));
        using var own = new Browser(_server);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(own, account.Email, IdentityServer.Password));
    }

    [Fact]
    public async Task A_new_password_of_the_administrator_ends_the_lock()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        for (var i = 0; i < 5; i++)
            await TryAsync(browser, account.Email, "a wrong password");
        Assert.NotNull((await _server.GetAsync($"accounts/{account.Id}")).Body["lockedUntil"]);

        var given = (await _server.PostAsync($"accounts/{account.Id}/password", etag: $"\"{account.Version}\"")).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(browser, account.Email, given.Text("password")));
    }

    private static async Task<HttpStatusCode> TryAsync(Browser browser, string email, string password) =>
        (await browser.SubmitAsync(Page, ("email", email), ("password", password))).Status;
}
