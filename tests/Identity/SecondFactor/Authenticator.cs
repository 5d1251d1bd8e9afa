using System.Net;
using System.Text.RegularExpressions;
using Kommunebro.Tests.Identity.Hosting;
using OtpNet;

namespace Kommunebro.Tests.Identity.SecondFactor;

/// <summary>An authenticator app: it was given a key by a page, and makes codes with it.</summary>
public sealed partial class Authenticator
{
    private readonly IdentityServer _server;
    private readonly Totp _codes;

    private Authenticator(IdentityServer server, string key, string shown)
    {
        (_server, Key, Shown) = (server, key, shown);
        RecoveryCodes = [.. RecoveryText().Matches(shown).Select(match => match.Groups["value"].Value)];
        _codes = new Totp(Base32Encoding.ToBytes(key));
    }

    public string Key { get; }

    /// <summary>The page that came when it was taken into use.</summary>
    public string Shown { get; }

    public IReadOnlyList<string> RecoveryCodes { get; }

    /// <summary>The code that it shows now, or showed a while ago.</summary>
    public string Code(TimeSpan ago = default) => _codes.ComputeTotp((_server.Clock.GetUtcNow() - ago).UtcDateTime);

    /// <summary>A code that is not good now.</summary>
    public string WrongCode()
    {
        var near = Enumerable.Range(-3, 7).Select(step => Code(TimeSpan.FromSeconds(30 * step))).ToList();
        return Enumerable.Range(0, 20).Select(number => $"{number:D6}").First(code => !near.Contains(code));
    }

    /// <summary>Takes the key of a page, without saying so to anybody.</summary>
    public static Authenticator Of(IdentityServer server, string html) =>
        new(server, KeyText().Match(html).Groups["value"].Value.Replace(" ", "", StringComparison.Ordinal), html);

    /// <summary>Enrols on the page, in a browser that is signed in by password.</summary>
    public static async Task<Authenticator> EnrolAsync(Browser browser, string page)
    {
        var shown = await browser.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        var made = Of(browser.Server, shown.Html);
        var done = await browser.PostAsync(
            page, ("guard", Value(shown.Html, "guard")), ("ticket", Value(shown.Html, "ticket")), ("code", made.Code()));
        Assert.True(done.Status == HttpStatusCode.OK, done.Html);
        return new Authenticator(browser.Server, made.Key, done.Html);
    }

    /// <summary>What a hidden field of a page holds.</summary>
    public static string Value(string html, string field) => WebUtility.HtmlDecode(
        Regex.Match(html, $"name=\"{field}\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    [GeneratedRegex("<code class=\"key\">(?<value>[A-Z2-7 ]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyText();

    [GeneratedRegex("<li><code>(?<value>[^<]+)</code></li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecoveryText();
}
