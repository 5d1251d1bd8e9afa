using Kommunebro.Contracts;
using Kommunebro.Testing.Browsing;
using Kommunebro.Tests.Identity.Hosting;
using Kommunebro.Tests.Identity.SecondFactor;
using Microsoft.Playwright;

namespace Kommunebro.Tests.Identity.SignIn;

/// <summary>The pages in a real browser, without the design system's stylesheets: plain, but fine.</summary>
public sealed class AccessibilityTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private const string ForgottenPage = "/connect/password/forgotten";
    private const string EnrolPage = "/connect/second-factor/enrol";
    private const string CodePage = "/connect/second-factor";

    private readonly IdentityServer _server = fixture.Server;

    public static TheoryData<string, ColorScheme> Readers { get; } = new()
    {
        { "nb", ColorScheme.Light }, { "nb", ColorScheme.Dark }, { "uk", ColorScheme.Light },
        { "uk", ColorScheme.Dark }, { "en", ColorScheme.Light }, { "en", ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public Task Every_page_keeps_the_rules_of_wcag(string language, ColorScheme theme) =>
        Chromium.OnPageAsync(As(language, theme), page => CheckAsync(page, language));

    /// <summary>Their cookies are for https, so a browser without a picture fetches them.</summary>
    [Theory]
    [MemberData(nameof(Readers))]
    public Task Pages_of_second_factor_and_letters_keep_them_too(string language, ColorScheme theme) => Chromium.OnPageAsync(As(language, theme), async page =>
    {
        var html = "";
        await page.RouteAsync("**/shown", route => route.FulfillAsync(new RouteFulfillOptions { Body = html, ContentType = "text/html; charset=utf-8" }));
        await foreach (var shown in PagesAsync(language))
        {
            html = shown;
            await page.GotoAsync("/shown");
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            await NothingIsWrongAsync(page);
        }
    });

    private BrowserNewContextOptions As(string language, ColorScheme theme) => new()
    {
        ColorScheme = theme, Locale = language, BypassCSP = true, BaseURL = _server.Address.ToString(), ViewportSize = new ViewportSize { Width = 320, Height = 640 },
    };

    private async IAsyncEnumerable<string> PagesAsync(string language)
    {
        var account = await _server.AddStaffAsync(StaffRole.Viewer);
        using var letter = new Browser(_server, language);
        yield return (await letter.GetAsync(ForgottenPage)).Html;
        yield return (await letter.SubmitAsync(ForgottenPage, ("email", ""))).Html;
        yield return (await letter.SubmitAsync(ForgottenPage, ("email", account.Email))).Html;
        yield return (await letter.GetAsync("/connect/password/choose?ticket=guess")).Html;
        var link = await _server.LetterLinkAsync($"{account.Id}");
        yield return (await letter.GetAsync(link)).Html;
        yield return (await letter.SubmitAsync(link, ("password", "short"), ("again", "another"))).Html;

        using var first = new Browser(_server, language);
        await first.SignInAsync(account.Email, IdentityServer.Password);
        yield return (await first.GetAsync(EnrolPage)).Html;
        yield return (await first.SubmitAsync(EnrolPage, ("code", ""))).Html;
        yield return (await Authenticator.EnrolAsync(first, EnrolPage)).Shown;

        using var second = new Browser(_server, language);
        await second.SubmitAsync("/connect/sign-in", ("email", account.Email), ("password", IdentityServer.Password));
        yield return (await second.GetAsync(CodePage)).Html;
        yield return (await second.SubmitAsync(CodePage, ("code", "wrong"))).Html;
    }

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
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{await page.TitleAsync()}: it is wider than the screen.");
    }
}
