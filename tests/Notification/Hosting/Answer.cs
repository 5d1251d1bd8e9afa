using System.Net;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Notification.Hosting;

/// <summary>What the service answered, read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, JsonObject Body, string? ETag)
{
    public string? Code => (string?)Body["code"];

    public string Id => Text("id");

    public string Text(string field) => (string?)Body[field] ?? throw new KeyNotFoundException($"no {field} in {Body}");

    public IReadOnlyList<JsonObject> Items => [.. Body["items"]!.AsArray().Select(item => item!.AsObject())];

    public IReadOnlyList<(string Field, string Code)> Errors =>
        [.. Body["errors"]!.AsArray().Select(error => ((string)error!["field"]!, (string)error["code"]!))];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject(), response.Headers.ETag?.Tag);
    }

    /// <summary>Fails with the whole answer when the status is another one.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Body}");
        return this;
    }

    /// <summary>Fails unless it is a problem with this status and code.</summary>
    public Answer ExpectProblem(HttpStatusCode status, string code)
    {
        Expect(status);
        Assert.Equal(code, Code);
        return this;
    }
}
