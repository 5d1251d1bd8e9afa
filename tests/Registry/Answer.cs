using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry;

/// <summary>What the service answered.</summary>
public sealed record Answer(HttpStatusCode Status, string? ETag, HttpResponseMessage Message, string Body)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage message) =>
        new(message.StatusCode, message.Headers.ETag?.Tag, message, await message.Content.ReadAsStringAsync());

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>The body of a success.</summary>
    public T As<T>()
    {
        Assert.True(Message.IsSuccessStatusCode, $"{(int)Status}: {Body}");
        return System.Text.Json.JsonSerializer.Deserialize<T>(Body, ApiJson.Options)!;
    }

    /// <summary>Holds when it is a problem with this status and code.</summary>
    public Answer MustBe(HttpStatusCode status, string code)
    {
        Assert.True(Status == status, $"{(int)Status}: {Body}");
        Assert.Equal("application/problem+json", Message.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (string?)Json["code"]);
        Assert.NotEmpty((string?)Json["traceId"] ?? "");
        return this;
    }

    /// <summary>Holds when the problem names this field with this code, alone or among others.</summary>
    public void MustName(string field, string code) => Assert.Contains((field, code), Faults);

    public IReadOnlyList<(string Field, string Code)> Faults =>
        [.. Json["errors"]!.AsArray().Select(error => ((string)error!["field"]!, (string)error["code"]!))];
}
