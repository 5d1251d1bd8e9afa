using Kommunebro.Contracts;
using Kommunebro.Identity.Accounts;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.SecondFactor;

namespace Kommunebro.Tests.Identity.SignIn;

/// <summary>Who has a temporary password chooses another one: the person itself, and nobody at a browser that was left open.</summary>
public sealed class NewPasswordTests : IAsyncLifetime
{
    private const string Chosen = "a password of somebody else";

    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_is_not_chosen_long_after_the_temporary_one_was_given()
    {
        var created = await _server.UseAsync((CreateAccount create) => create.RunAsync(
            new AccountRequest("away@example.org", "Away", "nb", [StaffRole.Viewer]), password: null, CancellationToken.None));
        using var browser = new Browser(_server);
        var page = (await browser.SignInAsync("away@example.org", created.Password)).Location!.ToString();
        var shown = await browser.GetAsync(page);
        _server.Clock.Advance(TimeSpan.FromMinutes(16));

        var late = await browser.PostAsync(page, ("guard", Authenticator.Value(shown.Html, "guard")), ("password", Chosen), ("again", Chosen));
        var asked = await browser.GetAsync(page);

        foreach (var answer in new[] { late, asked })
            Assert.StartsWith("/connect/sign-in", answer.Location!.ToString(), StringComparison.Ordinal);
        using var owner = new Browser(_server);
        Assert.StartsWith("/connect/new-password", (await owner.SignInAsync("away@example.org", created.Password)).Location!.ToString(), StringComparison.Ordinal);
    }
}
