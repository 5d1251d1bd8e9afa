using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kommunebro.Testing;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>What a client of the API does.</summary>
internal sealed partial class MatchingServer
{
    public async Task<Answer> GetAsync(string path, string? acceptLanguage = null, HttpClient? caller = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        if (acceptLanguage is not null)
            request.Headers.AcceptLanguage.ParseAdd(acceptLanguage);
        using var response = await (caller ?? Http).SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Posts JSON, with the version that was seen and an Idempotency-Key when they are given.</summary>
    public Task<Answer> PostAsync(string path, string body, HttpClient? caller = null, long? seen = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, caller, seen, key);

    /// <summary>Sends JSON, or nothing, with the version that was seen and an Idempotency-Key when they are given.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? body, HttpClient? caller = null, long? seen = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, Address(path)) { Content = body is null ? null : JsonContent.Create(JsonNode.Parse(body)) };
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await (caller ?? Http).SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> PostRunAsync()
    {
        using var response = await Http.PostAsync(Address("matching-runs"), null);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Requests a run.</summary>
    public async Task<Guid> RequestRunAsync() => (Guid)(await PostRunAsync()).Expect(HttpStatusCode.Accepted).Body["id"]!;

    public async Task<JsonObject> GetRunAsync(Guid run) => (await GetAsync($"matching-runs/{run}")).Expect(HttpStatusCode.OK).Body;

    public Task<Answer> GetPlanAsync(Guid run, string language = "en") => GetAsync($"matching-runs/{run}/plan?lang={language}");

    /// <summary>The run once it has this status.</summary>
    public async Task<JsonObject> UntilAsync(Guid run, string status)
    {
        JsonObject seen = [];
        await Eventually.TrueAsync(
            async () => (string?)(seen = await GetRunAsync(run))["status"] == status, $"run {run} is {status}");
        return seen;
    }

    /// <summary>A run from its request to its end.</summary>
    public async Task<JsonObject> CompleteRunAsync() => await UntilAsync(await RequestRunAsync(), "completed");

    private static Uri Address(string path) => new($"/api/v1/{path}", UriKind.Relative);
}
