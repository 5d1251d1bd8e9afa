using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.Identity.Hosting;

namespace Kommunebro.Tests.Identity.Connect;

/// <summary>How long a person stays signed in without a look at the password.</summary>
public sealed class RefreshTokensTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Twelve_hours_after_the_sign_in_refreshing_ends_however_often_it_was_done()
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var browser = new Browser(_server);
        var tokens = (await browser.SignInToAdminAsync(account.Email, IdentityServer.Password)).Expect(HttpStatusCode.OK);
        for (var hours = 0; hours < 10; hours += 5)
        {
            _server.Clock.Advance(TimeSpan.FromHours(5));
            tokens = (await browser.RefreshAsync(tokens.Text("refresh_token"))).Expect(HttpStatusCode.OK);
        }

        _server.Clock.Advance(TimeSpan.FromMinutes(115));
        tokens = (await browser.RefreshAsync(tokens.Text("refresh_token"))).Expect(HttpStatusCode.OK);
        _server.Clock.Advance(TimeSpan.FromMinutes(6));

        (await browser.RefreshAsync(tokens.Text("refresh_token"))).ExpectError(HttpStatusCode.BadRequest, "invalid_grant");
    }
}
