using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Kommunebro.Admin;
using Kommunebro.Tests.Admin.Hosting;
using Microsoft.Playwright;

namespace Kommunebro.Tests.Admin.Browser;

/// <summary>How somebody looks at the pages.</summary>
public sealed record WindowOptions
{
    public string Language { get; init; } = "en";

    public ColorScheme Theme { get; init; } = ColorScheme.Light;

    public int Width { get; init; } = 1280;

    public bool Script { get; init; } = true;

    /// <summary>The roles of the account; null for a person without one.</summary>
    public IReadOnlyList<string>? Roles { get; init; } = ["ks-coordinator", "auc-coordinator"];
}

/// <summary>A browser window with cookies of its own.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("KOMMUNEBRO_SCREENSHOTS");

    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly string _name;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Window(IBrowserContext context, IPage page, Uri address, string name)
    {
        (_context, Page, _address, _name) = (context, page, address, name);
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

    public static async Task<Window> OpenAsync(AdminServer server, WindowOptions? options = null)
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
        var window = new Window(context, await context.NewPageAsync(), server.Address, name);
        if (options.Roles is { } roles)
            await window.Page.GotoAsync(new Uri(server.Address, $"{TestSignIn.Path}?{string.Join('&', roles.Select(role => $"role={role}"))}").ToString());
        return window;
    }

    /// <summary>Opens a page and waits until its script has run.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_address, $"{AdminHost.BasePath}/{path}").ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
        if (Pictures is { Length: > 0 })
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{_name}-{FileNameOf(path)}.png"), FullPage = true });
    }

    /// <summary>What axe finds wrong, one line each.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.Select(violation =>
            $"{Page.Url}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")];
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static string FileNameOf(string path) =>
        path.Length == 0 ? "dashboard" : string.Concat(path.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
}
