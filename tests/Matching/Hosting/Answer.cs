using System.Net;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>What the service answered, read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, Uri? Location, string? Link, string? Language, TimeSpan? RetryAfter)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Location,
        response.Headers.TryGetValues("Link", out var links) ? links.Single() : null,
        response.Content.Headers.ContentLanguage.SingleOrDefault(),
        response.Headers.RetryAfter?.Delta);

    /// <summary>Fails with the whole answer when the status is another one.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Text}");
        return this;
    }

    /// <summary>Fails unless it is a problem with this status and code, and a trace id.</summary>
    public Answer ExpectProblem(HttpStatusCode status, string code)
    {
        Expect(status);
        Assert.Equal(code, (string?)Body["code"]);
        Assert.NotEmpty((string?)Body["traceId"] ?? "");
        return this;
    }
}
