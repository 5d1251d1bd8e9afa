using System.Text.RegularExpressions;
using Kommunebro.Testing;
using Kommunebro.Testing.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Kommunebro.Tests.EndToEnd.People;

/// <summary>Somebody without an account, who is asked by a letter with a link.</summary>
internal sealed partial class Mayor(IRunningPlatform platform, string email, string language)
{
    public string Email => email;

    /// <summary>Opens the link as a mail scanner does, which changes nothing, then answers yes on its page; once.</summary>
    public async Task SayYesAsync()
    {
        var link = await LinkAsync();
        using (var scanner = new HttpClient())
            await scanner.GetStringAsync(link);
        await using var window = await Window.OpenAsync(platform.Origin, new WindowOptions { Language = language });
        await window.GoAsync(link.PathAndQuery);
        Assert.Empty(await window.Page.ViolationsAsync());
        await window.Page.Locator("#answer-accepted").SelectOptionAsync("yes");
        await window.Page.Locator("#form-answer button[type=submit]").ClickAsync();
        await Expect(window.Page.Locator("#form-answer")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await window.TakePictureAsync("answered");

        // Used up: the page says so.
        await window.GoAsync(link.PathAndQuery);
        await Expect(window.Page.Locator("#form-answer")).ToHaveCountAsync(0);
    }

    /// <summary>Whether a letter to this person holds <paramref name="text"/>.</summary>
    public bool WasTold(string text) => platform.Mail.Letters.Any(letter => letter.To == email && letter.Text.Contains(text, StringComparison.Ordinal));

    private async Task<Uri> LinkAsync()
    {
        string? link = null;
        await Eventually.TrueAsync(
            () => Task.FromResult((link = platform.Mail.Letters.Where(letter => letter.To == email)
                .Select(letter => LinkInLetter().Match(letter.Text).Value).FirstOrDefault(found => found.Length > 0)) is not null),
            $"{email} got the link");
        return new Uri(link!);
    }

    [GeneratedRegex(@"https?://\S+/admin/answer/[A-Za-z0-9_\-]+\S*", RegexOptions.None, 1000)]
    private static partial Regex LinkInLetter();
}
