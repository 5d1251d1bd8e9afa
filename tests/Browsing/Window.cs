using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Kommunebro.Testing.Browsing;

/// <summary>A browser window with cookies of its own. KOMMUNEBRO_SCREENSHOTS names a folder for a picture of each page that it opens.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("KOMMUNEBRO_SCREENSHOTS");

    private readonly IBrowserContext _context;
    private readonly Uri _home;
    private readonly string _name;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Window(IBrowserContext context, IPage page, Uri home, string name)
    {
        (_context, Page, _home, _name) = (context, page, home, name);
        Page.SetDefaultTimeout(60_000);
        Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
                _complaints.Enqueue(message.Text);
        };
        Page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about: broken script, or something that the content security policy forbids.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Opens an empty window whose pages lie below <paramref name="home"/>; skips the test where there is no browser.</summary>
    public static async Task<Window> OpenAsync(Uri home, WindowOptions? options = null)
    {
        options ??= new WindowOptions();
        var browser = await Chromium.GetAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = options.Language,
            ColorScheme = options.Theme,
            JavaScriptEnabled = options.Script,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = options.Width, Height = 900 },
        });
        var name = $"{options.Language}-{options.Theme}-{options.Width}".ToLowerInvariant();
        return new Window(context, await context.NewPageAsync(), home, name);
    }

    /// <summary>Opens a page and waits until its script has run.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_home, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
        await TakePictureAsync(path);
    }

    /// <summary>Keeps a picture of what is shown, when pictures are asked for.</summary>
    public async Task TakePictureAsync(string name)
    {
        if (Pictures is { Length: > 0 })
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{_name}-{FileNameOf(name)}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static string FileNameOf(string path) =>
        path.Length == 0 ? "dashboard" : string.Concat(path.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
}
