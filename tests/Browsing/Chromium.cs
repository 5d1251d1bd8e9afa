using Microsoft.Playwright;

namespace Kommunebro.Testing.Browsing;

/// <summary>The installed browser of this test process; started with the first test that needs it.</summary>
public static class Chromium
{
    private const string Variable = "KOMMUNEBRO_TEST_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly Lazy<Task<IBrowser>> Shared = new(StartAsync);

    /// <summary>The browser; skips the test where none is installed.</summary>
    public static async Task<IBrowser> GetAsync()
    {
        if (Find() is null)
            MissingTool.Skip("Chromium", "chromium", $"name one in {Variable}");
        return await Shared.Value;
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
