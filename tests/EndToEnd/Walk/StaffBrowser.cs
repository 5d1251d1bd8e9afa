using System.Net;
using System.Text.RegularExpressions;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>A browser that keeps cookies and runs no script, with or without somebody signed in.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    private readonly HttpClient _follows;
    private readonly HttpClient _looks;

    public StaffBrowser(Uri origin)
    {
        var cookies = new CookieContainer();
        (_follows, _looks) = (ClientOf(origin, cookies, follows: true), ClientOf(origin, cookies, follows: false));
    }

    /// <summary>Signs in at identity's page; who has a temporary password chooses one.</summary>
    public static async Task<StaffBrowser> SignInAsync(Uri origin, string email, string password)
    {
        var browser = new StaffBrowser(origin);
        var page = await browser._follows.GetStringAsync(new Uri("admin", UriKind.Relative));
        page = await browser.SendAsync(page, new() { ["email"] = email, ["password"] = password });
        if (page.Contains("name=\"again\"", StringComparison.Ordinal))
            page = await browser.SendAsync(page, new() { ["password"] = $"{password}-own", ["again"] = $"{password}-own" });
        Assert.True(page.Contains("sign-out", StringComparison.Ordinal), $"{email} is not signed in: {page}");
        return browser;
    }

    /// <summary>Looks at a page of the admin client, by its path below /admin; the way to the sign-in is as good as 401.</summary>
    public Task<Answer> GetAsync(string path, string? bearer = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"admin{path}");
        if (bearer is not null)
            request.Headers.Add("Authorization", $"Bearer {bearer}");
        return LookAsync(request);
    }

    /// <summary>Sends a form that no page of ours made.</summary>
    public Task<Answer> PostAsync(string path) => LookAsync(
        new HttpRequestMessage(HttpMethod.Post, $"admin{path}") { Content = new FormUrlEncodedContent([new("_handler", "none")]) });

    public void Dispose()
    {
        _follows.Dispose();
        _looks.Dispose();
    }

    private async Task<Answer> LookAsync(HttpRequestMessage request)
    {
        using var _ = request;
        using var answer = await _looks.SendAsync(request);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var isSentToSignIn = answer.Headers.Location?.OriginalString.Contains("/connect/authorize", StringComparison.Ordinal) == true;
        return isSentToSignIn ? new Answer(Outcome.Unauthenticated, $"{(int)answer.StatusCode}", text) : Answer.Of(answer.StatusCode, text);
    }

    private static HttpClient ClientOf(Uri origin, CookieContainer cookies, bool follows)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = follows }) { BaseAddress = origin };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        http.DefaultRequestHeaders.Add("Accept-Language", "en");
        return http;
    }

    private async Task<string> SendAsync(string page, Dictionary<string, string> fields)
    {
        fields["guard"] = WebUtility.HtmlDecode(Guard().Match(page).Groups["value"].Value);
        using var answer = await _follows.PostAsync(
            new Uri(WebUtility.HtmlDecode(Action().Match(page).Groups["address"].Value), UriKind.Relative), new FormUrlEncodedContent(fields));
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"guard\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guard();

    [GeneratedRegex("<form method=\"post\" action=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();
}
