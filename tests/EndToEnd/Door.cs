using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>The gateway's API, with one caller's token.</summary>
internal sealed class Door : IDisposable
{
    private readonly HttpClient _http;

    public Door(Uri origin, string? token)
    {
        _http = new HttpClient { BaseAddress = origin };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>A partner's client, by its own credentials.</summary>
    public static async Task<Door> OfClientAsync(Uri origin, string id, string secret) => new(origin, await TokenOfClientAsync(origin, id, secret));

    /// <summary>What a client gets for its credentials.</summary>
    public static async Task<string> TokenOfClientAsync(Uri origin, string id, string secret)
    {
        using var http = new HttpClient { BaseAddress = origin };
        using var answer = await http.PostAsync(new Uri("connect/token", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        }));
        return (string)(await BodyAsync(answer))["access_token"]!;
    }

    /// <summary>What GET answers, which must be 200.</summary>
    public async Task<JsonObject> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri($"api/v1/{path}", UriKind.Relative));
        return await BodyAsync(answer);
    }

    /// <summary>All that a list has, page by page.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path)
    {
        var all = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await GetAsync($"{path}?limit=200{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}");
            all.AddRange(page["items"]!.AsArray().Select(item => item!));
            cursor = (string?)page["next"];
        }

        return all;
    }

    /// <summary>The status and the body of any answer to GET.</summary>
    public async Task<(HttpStatusCode Status, JsonObject? Body)> TryGetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri($"api/v1/{path}", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonObject>());
    }

    /// <summary>Puts, with the version that the caller saw when the thing exists; the answer must be a success.</summary>
    public async Task<JsonObject> PutAsync(string path, JsonObject body, long? seen = null)
    {
        using var answer = await SendAsync(HttpMethod.Put, path, body, seen);
        return await BodyAsync(answer);
    }

    /// <summary>Posts, with the version that the caller saw when a step needs it; the answer must be a success.</summary>
    public async Task<JsonObject> PostAsync(string path, JsonObject body, long? seen = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body, seen);
        return await BodyAsync(answer);
    }

    /// <summary>Posts a file; the answer must be a success.</summary>
    public async Task<JsonObject> SendFileAsync(string path, string content, string mediaType)
    {
        using var body = new StringContent(content, System.Text.Encoding.UTF8, mediaType);
        using var answer = await _http.PostAsync(new Uri($"api/v1/{path}", UriKind.Relative), body);
        return await BodyAsync(answer);
    }

    /// <summary>Posts; the status and the problem's code of any answer.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Body)> TryPostAsync(string path, JsonObject body, long? seen = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body, seen);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject body, long? seen)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = JsonContent.Create(body) };
        if (seen is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        return await _http.SendAsync(request);
    }

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }
}
