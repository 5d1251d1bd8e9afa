using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>What came back.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">What the body says that it is.</param>
/// <param name="Text">The body as text; empty of a stream that goes on.</param>
/// <param name="Headers">All headers as text.</param>
/// <param name="ETag">The version that it tells.</param>
internal sealed record FuzzAnswer(int Status, string? MediaType, string Text, string Headers, string? ETag)
{
    /// <summary>Whether it was taken.</summary>
    public bool Taken => Status is >= 200 and <= 299;

    /// <summary>The body, when it is JSON.</summary>
    public JsonNode? Json { get; } = MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false ? Parse(Text) : null;

    public static async Task<FuzzAnswer> ReadAsync(HttpResponseMessage answer)
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        return new FuzzAnswer(
            (int)answer.StatusCode, type, type == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync(),
            $"{answer.Headers}{answer.Content.Headers}", answer.Headers.ETag?.Tag);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
