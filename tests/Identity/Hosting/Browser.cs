using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;

namespace Kommunebro.Tests.Identity.Hosting;

/// <summary>A page, or a redirect, as a browser gets it.</summary>
public sealed record Seen(HttpStatusCode Status, string Html, Uri? Location, HttpResponseMessage Response)
{
    /// <summary>What stands in the query of the address to which it leads.</summary>
    public string? Carried(string name) =>
        HttpUtility.ParseQueryString(Location is { IsAbsoluteUri: true } absolute ? absolute.Query : "")[name];
}

/// <summary>A browser without JavaScript, and the admin client behind it: cookies, forms, redirects one by one.</summary>
public sealed partial class Browser(IdentityServer server, string language = "en") : IDisposable
{
    public const string RedirectUri = $"{IdentityServer.Issuer}admin/signin-oidc";

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>The PKCE secret of the last request.</summary>
    public string Verifier { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    /// <summary>Where the browser goes on; another replica, for example.</summary>
    public IdentityServer Server { get; set; } = server;

    /// <summary>The parameters of a sign-in to the admin client.</summary>
    public Dictionary<string, string> Request(params (string Name, string? Value)[] changes)
    {
        Verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var request = new Dictionary<string, string>
        {
            ["client_id"] = "admin",
            ["response_type"] = "code",
            ["redirect_uri"] = RedirectUri,
            ["scope"] = "openid profile offline_access",
            ["state"] = "from-the-admin-client",
            ["nonce"] = "n-0S6_WzA2Mj",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            if (value is null)
                request.Remove(name);
            else
                request[name] = value;
        return request;
    }

    /// <summary>The admin client pushes the request, without the browser.</summary>
    public async Task<Answer> PushAsync(Dictionary<string, string>? request = null, string? secret = null)
    {
        using var form = new FormUrlEncodedContent(
            (request ?? Request()).Append(KeyValuePair.Create("client_secret", secret ?? IdentityServer.SecretOf("admin"))));
        using var response = await Server.Http.PostAsync(new Uri("connect/par", UriKind.Relative), form);
        return await Answer.ReadAsync(response);
    }

    /// <summary>The browser comes to the authorization endpoint with a pushed request.</summary>
    public async Task<Seen> AuthorizeAsync(params (string Name, string? Value)[] changes)
    {
        var pushed = (await PushAsync(Request(changes))).Expect(HttpStatusCode.Created);
        return await GetAsync($"/connect/authorize?client_id=admin&request_uri={Uri.EscapeDataString(pushed.Text("request_uri"))}");
    }

    /// <summary>From the admin client to its tokens, by e-mail and password.</summary>
    public async Task<Answer> SignInToAdminAsync(string email, string password) =>
        await RedeemAsync((await SignInAsync(email, password)).Carried("code")!);

    /// <summary>From the admin client to the redirect back to it.</summary>
    public async Task<Seen> SignInAsync(string email, string password)
    {
        var asked = await AuthorizeAsync();
        var sent = await SubmitAsync(asked.Location!.ToString(), ("email", email), ("password", password));
        return await GetAsync(sent.Location!.ToString());
    }

    /// <summary>Opens a page and sends its form.</summary>
    public async Task<Seen> SubmitAsync(string page, params (string Name, string Value)[] fields)
    {
        var shown = await GetAsync(page);
        var guard = WebUtility.HtmlDecode(GuardField().Match(shown.Html).Groups["value"].Value);
        return await PostAsync(page, [("guard", guard), .. fields]);
    }

    /// <summary>The admin client takes the code to the token endpoint.</summary>
    public Task<Answer> RedeemAsync(string code, string? verifier = null) => Server.TokenAsync(
        ("grant_type", "authorization_code"), ("client_id", "admin"), ("client_secret", IdentityServer.SecretOf("admin")),
        ("redirect_uri", RedirectUri), ("code", code), ("code_verifier", verifier ?? Verifier));

    /// <summary>The admin client takes a refresh token to the token endpoint.</summary>
    public Task<Answer> RefreshAsync(string refreshToken) => Server.TokenAsync(
        ("grant_type", "refresh_token"), ("client_id", "admin"), ("client_secret", IdentityServer.SecretOf("admin")), ("refresh_token", refreshToken));

    public Task<Seen> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, AtServer(address)));

    public Task<Seen> PostAsync(string address, params (string Name, string Value)[] fields) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, AtServer(address))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    public void Dispose() => _cookies.Clear();

    // The gateway stands at the issuer's origin; here the way leads straight to the service.
    private Uri AtServer(string address) => new(Server.Address, Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme != "file" ? absolute.PathAndQuery : address);

    private async Task<Seen> SendAsync(HttpRequestMessage request)
    {
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await Server.Http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..cookie.IndexOf(';')]);
            if (value.Length == 0)
                _cookies.Remove(name);
            else
                _cookies[name] = value;
        }

        return new Seen(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location, response);
    }

    [GeneratedRegex("name=\"guard\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GuardField();
}
