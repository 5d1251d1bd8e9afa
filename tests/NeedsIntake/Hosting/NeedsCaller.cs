using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>What people and systems do with needs, over REST.</summary>
public abstract class NeedsCaller
{
    /// <summary>With the caller's token.</summary>
    public abstract HttpClient Http { get; }

    public Task<Answer> SubmitAsync(JsonObject need, string? key = null) =>
        SendAsync(HttpMethod.Post, "", need.ToJsonString(), etag: null, key: key);

    public async Task<Answer> SubmitNeedAsync(JsonObject? need = null) =>
        (await SubmitAsync(need ?? ANeed.InVinnytsia())).Expect(HttpStatusCode.Created);

    public Task<Answer> ReviseAsync(Answer seen, JsonObject need) => SendAsync(HttpMethod.Put, seen.Id, need.ToJsonString(), seen.ETag);

    /// <summary>By a call, unless <paramref name="body"/> says otherwise.</summary>
    public Task<Answer> VerifyAsync(Answer seen, string body = "{}")
    {
        var verification = JsonNode.Parse(body)!.AsObject();
        verification.TryAdd("method", "call");
        return StepAsync(seen, "verify", verification.ToJsonString());
    }

    public Task<Answer> ReturnAsync(Answer seen, string body = """{"question":"How many pumps?"}""") => StepAsync(seen, "return", body);

    public Task<Answer> RejectAsync(Answer seen, string body = """{"reasonCode":"duplicate"}""") => StepAsync(seen, "reject", body);

    public Task<Answer> WithdrawAsync(Answer seen, string body = "{}") => StepAsync(seen, "withdraw", body);

    public Task<Answer> StepAsync(Answer seen, string step, string body) =>
        SendAsync(HttpMethod.Post, $"{seen.Id}/{step}", body, seen.ETag);

    public Task<Answer> GetNeedAsync(string id) => GetAsync($"/api/v1/needs/{id}");

    public Task<Answer> FindNeedsAsync(string query = "") => GetAsync($"/api/v1/needs{query}");

    public async Task<Answer> GetAsync(string address)
    {
        using var response = await Http.GetAsync(new Uri(address, UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string body, string? etag, string mediaType = "application/json", string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/needs/{path}".TrimEnd('/'), UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (etag is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(etag));
        using var response = await Http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }
}
