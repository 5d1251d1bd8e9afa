using Microsoft.Playwright;

namespace Kommunebro.Testing.Browsing;

/// <summary>The installed browser of this test process; started with the first test that needs it.</summary>
public static class Chromium
{
    private const string Variable = "KOMMUNEBRO_TEST_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly SemaphoreSlim Door = new(1);

    private static IBrowser? _shared;

    /// <summary>The browser, another one when it died; skips the test where none is installed.</summary>
    public static async Task<IBrowser> GetAsync()
    {
        if (Find() is null)
            MissingTool.Skip("Chromium", "chromium", $"name one in {Variable}");
        await Door.WaitAsync();
        try
        {
            return _shared = _shared is { IsConnected: true } ? _shared : await StartAsync();
        }
        finally
        {
            Door.Release();
        }
    }

    /// <summary>Makes a check on an empty page. A browser that dies says nothing about the page, so it is made once more in another.</summary>
    public static async Task OnPageAsync(BrowserNewContextOptions options, Func<IPage, Task> check)
    {
        var browser = await GetAsync();
        try
        {
            await Check(browser);
        }
        catch (PlaywrightException) when (!browser.IsConnected)
        {
            await Check(await GetAsync());
        }

        async Task Check(IBrowser chosen)
        {
            await using var context = await chosen.NewContextAsync(options);
            await check(await context.NewPageAsync());
        }
    }

    private static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Array.Find(Places, File.Exists);

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
            Timeout = 120_000,
        });
    }
}
