using Kommunebro.Testing.Browsing;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.Playwright;

namespace Kommunebro.Tests.Identity.SignIn;

/// <summary>The pages in a real browser, without the design system's stylesheets: plain, but fine.</summary>
public sealed class AccessibilityTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Theory]
    [InlineData("nb", ColorScheme.Light)]
    [InlineData("nb", ColorScheme.Dark)]
    [InlineData("uk", ColorScheme.Light)]
    [InlineData("uk", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public Task Every_page_keeps_the_rules_of_wcag(string language, ColorScheme theme) => Chromium.OnPageAsync(
        new BrowserNewContextOptions
        {
            ColorScheme = theme, Locale = language, BypassCSP = true, BaseURL = _server.Address.ToString(), ViewportSize = new ViewportSize { Width = 320, Height = 640 },
        },
        page => CheckAsync(page, language));

    private static async Task CheckAsync(IPage page, string language)
    {
        await page.GotoAsync("/connect/sign-in");
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        await NothingIsWrongAsync(page);
        // The cookie of the form is for https; so this is what a reader sees whose page was open too long.
        await page.FillAsync("#email", "somebody@example.org");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[role=alert]");
        await NothingIsWrongAsync(page);
        await page.GotoAsync("/connect/authorize?client_id=admin");
        await NothingIsWrongAsync(page);
    }

    private static async Task NothingIsWrongAsync(IPage page)
    {
        Assert.Empty(await page.ViolationsAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "It is wider than the screen.");
    }
}
