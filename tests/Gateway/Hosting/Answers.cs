using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Gateway.Hosting;

/// <summary>Reads what the gateway answers.</summary>
internal static class Answers
{
    /// <summary>What the service behind it saw.</summary>
    public static async Task<Seen> SeenAsync(this Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Seen>())!;
    }

    /// <summary>Makes sure that it is problem details with this status and code.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(code, (string?)problem["code"]);
        Assert.NotNull((string?)problem["traceId"]);
        return problem;
    }

    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
