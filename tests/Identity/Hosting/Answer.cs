using System.Net;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Identity.Hosting;

/// <summary>What the service answered, read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, JsonObject Body, string? ETag, bool Replayed, string? CacheControl)
{
    public string? Code => (string?)Body["code"];

    /// <summary>The error of OAuth.</summary>
    public string? Error => (string?)Body["error"];

    public string Id => Text("id");

    public IReadOnlyList<JsonObject> Items => [.. Body["items"]!.AsArray().Select(item => item!.AsObject())];

    public IReadOnlyList<(string Field, string Code)> Errors =>
        [.. Body["errors"]!.AsArray().Select(error => ((string)error!["field"]!, (string)error["code"]!))];

    public string Text(string field) => (string?)Body[field] ?? throw new KeyNotFoundException($"no {field} in {Body}");

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            response.StatusCode,
            text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : new JsonObject { ["text"] = text },
            response.Headers.ETag?.Tag,
            response.Headers.Contains("Idempotency-Replayed"),
            response.Headers.CacheControl?.ToString());
    }

    /// <summary>Fails with the whole answer when the status is another one.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Body}");
        return this;
    }

    /// <summary>Fails unless it is a problem with this status and code, and a trace id.</summary>
    public Answer ExpectProblem(HttpStatusCode status, string code)
    {
        Expect(status);
        Assert.Equal(code, Code);
        Assert.NotEmpty(Text("traceId"));
        return this;
    }

    /// <summary>Fails unless OAuth's error is this one.</summary>
    public Answer ExpectError(HttpStatusCode status, string error)
    {
        Expect(status);
        Assert.True(Error == error, $"expected {error}: {Body}");
        return this;
    }
}
