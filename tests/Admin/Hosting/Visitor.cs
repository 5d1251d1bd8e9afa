using System.Net;
using Kommunebro.Admin;

namespace Kommunebro.Tests.Admin.Hosting;

/// <summary>A person with a browser that keeps cookies and runs no script.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri address, string language)
    {
        _http = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = Cookies, AllowAutoRedirect = true, Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
        }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public CookieContainer Cookies { get; } = new();

    public async Task SignInAsync(IReadOnlyList<string> roles, Guid? account = null)
    {
        var page = await GetAsync($"{TestSignIn.Path}?{string.Join('&', roles.Select(role => $"role={role}"))}&account={account}");
        page.Expect(HttpStatusCode.OK);
    }

    /// <summary>Opens an address below /admin, or any that starts with a slash.</summary>
    public async Task<Page> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Of(path));
        return await SendAsync(request);
    }

    /// <summary>Sends a form of <paramref name="page"/> with other values in it.</summary>
    public Task<Page> SubmitAsync(Page page, string form, params (string Field, string Value)[] values)
    {
        var fields = page.FieldsOf(form);
        foreach (var (field, value) in values)
            fields[field] = value;
        return PostAsync(page.Address.PathAndQuery, fields);
    }

    /// <summary>The same with a file; a browser sends an empty one where none was chosen.</summary>
    public async Task<Page> SubmitAsync(Page page, string form, byte[] file, string name, params (string Field, string Value)[] values)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address.PathAndQuery);
        var parts = new MultipartFormDataContent();
        request.Content = parts;
        foreach (var (field, value) in page.FieldsOf(form).Where(field => field.Key != "file" && Array.TrueForAll(values, given => given.Field != field.Key))
            .Select(field => (field.Key, field.Value)).Concat(values))
            parts.Add(new StringContent(value), field);
        if (name.Length > 0)
            parts.Add(new ByteArrayContent(file), "file", name);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        // What is too large is refused before it is sent, or the server hangs up before the answer is read.
        request.Headers.ExpectContinue = true;
        return await SendAsync(request);
    }

    public async Task<Page> PostAsync(string path, IReadOnlyDictionary<string, string> fields, string site = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Of(path)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", site);
        return await SendAsync(request);
    }

    /// <summary>Loses the session, as at its end; all other cookies stay.</summary>
    public void LoseSession()
    {
        foreach (Cookie cookie in Cookies.GetCookies(new Uri(_http.BaseAddress!, AdminHost.BasePath)))
            cookie.Expired |= cookie.Name == "kommunebro-admin";
    }

    public void Dispose() => _http.Dispose();

    private static Uri Of(string path) => new(path.StartsWith('/') ? path : $"{AdminHost.BasePath}/{path}", UriKind.Relative);

    private async Task<Page> SendAsync(HttpRequestMessage request)
    {
        var response = await _http.SendAsync(request);
        return new Page(response.StatusCode, response.RequestMessage!.RequestUri!, await response.Content.ReadAsStringAsync(), response);
    }
}
