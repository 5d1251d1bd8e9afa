using System.Net;
using Kommunebro.Testing.Browsing;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.Playwright;
using static Kommunebro.Tests.Identity.OutsideStaff.OutsideStaffFixture;

namespace Kommunebro.Tests.Identity.OutsideStaff;

/// <summary>The pages offer the providers of the settings, and nothing where there are none.</summary>
public sealed class OutsidePagesTests(OutsideStaffFixture fixture, IdentityServerFixture plain)
    : IClassFixture<OutsideStaffFixture>, IClassFixture<IdentityServerFixture>
{
    [Theory]
    [InlineData("nb", "Logg inn med Entra ID")]
    [InlineData("uk", "Увійти через Entra ID")]
    [InlineData("en", "Sign in with Entra ID")]
    public async Task The_sign_in_page_leads_to_each_provider_and_keeps_the_way_back(string language, string text)
    {
        using var browser = new Browser(fixture.Server, language);
        var asked = await browser.AuthorizeAsync();

        var page = WebUtility.HtmlDecode((await browser.GetAsync(asked.Location!.ToString())).Html);

        Assert.Contains($"{Entra}?back=%2Fconnect%2Fauthorize", page, StringComparison.Ordinal);
        Assert.Contains($"lang={language}\">{text}</a>", page, StringComparison.Ordinal);
        Assert.Contains(Ansattporten, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_settings_there_is_nothing_of_it()
    {
        using var browser = new Browser(plain.Server);

        Assert.DoesNotContain("/connect/outside", (await browser.GetAsync("/connect/sign-in")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Entra)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Entra}/callback?code=x&state=y")).Status);
    }

    [Theory]
    [InlineData("nb", ColorScheme.Light)]
    [InlineData("uk", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task They_keep_the_rules_of_wcag(string language, ColorScheme theme)
    {
        using var browser = new Browser(fixture.Server, language);
        var refused = (await fixture.SignInAsync(browser, Person(), $"{Entra}?lang={language}")).Html;
        var signIn = (await browser.GetAsync("/connect/sign-in")).Html;
        var reader = new BrowserNewContextOptions
        {
            ColorScheme = theme, Locale = language, BypassCSP = true, BaseURL = fixture.Server.Address.ToString(), ViewportSize = new ViewportSize { Width = 320, Height = 640 },
        };

        await Chromium.OnPageAsync(reader, async page =>
        {
            var html = "";
            await page.RouteAsync("**/shown", route => route.FulfillAsync(new RouteFulfillOptions { Body = html, ContentType = "text/html; charset=utf-8" }));
            foreach (var shown in (string[])[refused, signIn])
            {
                html = shown;
                await page.GotoAsync("/shown");
                Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
                Assert.Empty(await page.ViolationsAsync());
            }
        });
    }
}
