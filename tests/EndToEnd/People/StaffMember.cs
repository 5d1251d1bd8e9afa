using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kommunebro.Tests.EndToEnd.People;

/// <summary>A person of KS or AUC at a browser, in a language, signed in by identity.</summary>
internal sealed class StaffMember : IAsyncDisposable
{
    /// <summary>Today in Oslo, whose days the platform counts, as a date field takes it.</summary>
    public static readonly string Today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")).ToString("yyyy-MM-dd", null);

    private readonly Window _window;

    private StaffMember(Window window, string email) => (_window, Email) = (window, email);

    public string Email { get; }

    public IPage Page => _window.Page;

    /// <summary>What the browser complained about on all pages so far.</summary>
    public IReadOnlyCollection<string> Complaints => _window.Complaints;

    /// <summary>An administrator opens an account; its owner signs in with the temporary password and chooses another.</summary>
    /// <param name="platform">Where.</param>
    /// <param name="name">Who.</param>
    /// <param name="language">Of the browser.</param>
    /// <param name="role">The one role.</param>
    /// <param name="desk">Tells a second person with the role from the first.</param>
    public static async Task<StaffMember> JoinAsync(IRunningPlatform platform, string name, string language, string role, string desk = "")
    {
        var email = $"{role}{desk}@staff.example";
        using var administrator = new Door(platform.Origin, platform.Tokens.Of(StaffRole.Administrator));
        var opened = await administrator.PostAsync(
            "accounts", new JsonObject { ["email"] = email, ["name"] = name, ["language"] = language, ["roles"] = new JsonArray(role) });
        var window = await Window.OpenAsync(new Uri(platform.Origin, "admin/"), new WindowOptions { Language = language });
        var member = new StaffMember(window, email);
        await member.SignInAsync((string)opened["password"]!);
        return member;
    }

    /// <summary>Opens a page of the client; it must keep the rules of WCAG.</summary>
    public async Task GoAsync(string path)
    {
        await _window.GoAsync(path);
        Assert.Empty(await _window.Page.ViolationsAsync());
    }

    /// <summary>Follows a link of the page, by its text.</summary>
    public Task FollowAsync(string text) =>
        ClickToNextAsync(Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = text }).First);

    /// <summary>Searches a list.</summary>
    public async Task SearchAsync(string text)
    {
        await Page.FillAsync("#q", text);
        await ClickToNextAsync(Page.Locator("#filter button[type=submit]"));
    }

    /// <summary>Fills a form's fields and sends it.</summary>
    public async Task SendAsync(string form, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            var input = Page.Locator($"#{form}-{field}");
            if (await input.EvaluateAsync<string>("element => element.tagName") == "SELECT")
                await input.SelectOptionAsync(value);
            else
                await input.FillAsync(value);
        }

        // The first button is the one that the Enter key presses.
        await ClickToNextAsync(Page.Locator($"#form-{form} button[type=submit]").First);
    }

    /// <summary>Sends a form, which must be taken: the page says that it is done.</summary>
    public async Task DoAsync(string form, params (string Field, string Value)[] fields)
    {
        await SendAsync(form, fields);
        Assert.True(await Page.Locator(".ds-alert[data-color=success]").CountAsync() == 1, await Page.Locator("main").InnerTextAsync());
    }

    /// <summary>The page must come to show <paramref name="text"/>.</summary>
    public Task SeesAsync(string text) => Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = 60_000 });

    /// <summary>Opens a page again and again until it shows <paramref name="text"/>, which comes by an event.</summary>
    public Task SeesInTimeAsync(string path, string text) => Testing.Eventually.TrueAsync(
        async () =>
        {
            await _window.GoAsync(path);
            return (await Page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.Ordinal);
        },
        $"{path} shows {text}");

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    private async Task ClickToNextAsync(ILocator button)
    {
        // The address changes before the page does; its new heading has no mark.
        await Page.Locator("main h1").EvaluateAsync("heading => heading.setAttribute('data-left', '')");
        await button.ClickAsync();
        await Expect(Page.Locator("main h1:not([data-left])")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await _window.TakePictureAsync(new Uri(Page.Url).PathAndQuery);
    }

    private async Task SignInAsync(string temporary)
    {
        const string Chosen = "riktig hest batteri stift";
        await _window.GoAsync("");
        await _window.TakePictureAsync("sign-in");
        await Page.FillAsync("#email", Email);
        await Page.FillAsync("#password", temporary);
        await Page.Keyboard.PressAsync("Enter");
        await Page.FillAsync("#again", Chosen);
        await Page.FillAsync("#password", Chosen);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".kb-menu")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal("/admin", new Uri(Page.Url).AbsolutePath.TrimEnd('/'));
    }
}
