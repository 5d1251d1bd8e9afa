using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kommunebro.Tests.EndToEnd.People;

/// <summary>Hands that never touch the mouse.</summary>
internal sealed class Keyboard(IPage page)
{
    private static readonly float Patience = 60_000;

    /// <summary>What has the focus.</summary>
    public ILocator Focused => page.Locator(":focus");

    /// <summary>Presses keys, one after the other.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses keys of which the last leads to another page, and waits for it.</summary>
    public async Task LeaveAsync(params string[] keys)
    {
        var here = page.Url;
        await PressAsync(keys);
        await Expect(page).Not.ToHaveURLAsync(here, new PageAssertionsToHaveURLOptions { Timeout = Patience });
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Writes where the focus is, which must be in <paramref name="field"/>.</summary>
    public async Task WriteAsync(string field, string text)
    {
        await Expect(page.Locator(field)).ToBeFocusedAsync(new LocatorAssertionsToBeFocusedOptions { Timeout = Patience });
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Chooses the first choice of a list, which must have the focus.</summary>
    public async Task ChooseFirstAsync(string field)
    {
        await Expect(page.Locator(field)).ToBeFocusedAsync(new LocatorAssertionsToBeFocusedOptions { Timeout = Patience });
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(field)).Not.ToHaveValueAsync("");
    }
}
