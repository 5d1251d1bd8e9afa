using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kommunebro.Testing;
using Kommunebro.Tests.EndToEnd.Walk;

namespace Kommunebro.Tests.EndToEnd.Hostile;

/// <summary>What a partner's client with every right may not slip in, through the gateway to the services as they run.</summary>
public sealed class HostileBodiesTests(WalkPlatform platform) : IClassFixture<WalkPlatform>
{
    private static readonly string Need = Seed.Need(Journey.Vyshnivetska, "hostile").ToJsonString();

    [Theory]
    [InlineData("status", "\"verified\"")]
    [InlineData("id", "\"01999c4e-7d42-7c1f-b1a3-5f0d2f6e8a10\"")]
    [InlineData("version", "7")]
    [InlineData("owner", "\"other\"")]
    [InlineData("organisationId", "\"01999c4e-7d42-7c1f-b1a3-5f0d2f6e8a10\"")]
    [InlineData("verifiedAt", "\"2026-01-15T09:30:00Z\"")]
    [InlineData("submittedBy", "\"staff:1\"")]
    [InlineData("masked", "[]")]
    [InlineData("$type", "\"System.Diagnostics.Process\"")]
    [InlineData("__proto__", "{\"status\":\"verified\"}")]
    public async Task Nobody_sets_what_is_not_the_callers_to_say(string field, string value)
    {
        using var answer = await PostAsync($"{Need[..^1]},\"{field}\":{value}}}");

        Assert.Equal(("unknown_field", field), await ProblemAsync(answer, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("\"sensitivity\":\"public\"", "sensitivity")]
    [InlineData("\"description\":{\"en\":\"a\",\"en\":\"b\"}", "description.en")]
    public async Task A_field_that_stands_twice_is_refused_wherever_it_stands(string twice, string field)
    {
        using var answer = await PostAsync($"{Need[..^1]},{twice}}}");

        Assert.Equal(("duplicate_field", field), await ProblemAsync(answer, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task Nesting_without_end_is_refused(int depth)
    {
        using var answer = await PostAsync($"{{\"title\":{new string('[', depth)}{new string(']', depth)}}}");

        Assert.Contains((await ProblemAsync(answer, HttpStatusCode.BadRequest)).Code, (string[])["malformed_json", "wrong_type"]);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Need);
        bytes[Need.IndexOf("hostile", StringComparison.Ordinal)] = 0xff;

        using var answer = await SendAsync(HttpMethod.Post, "api/v1/needs", new ByteArrayContent(bytes), "application/json");

        await ProblemAsync(answer, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task What_does_not_say_that_it_is_JSON_is_refused(string? type)
    {
        using var answer = await SendAsync(HttpMethod.Post, "api/v1/needs", new StringContent(Need), type);

        Assert.Equal("unsupported_media_type", (await ProblemAsync(answer, HttpStatusCode.UnsupportedMediaType)).Code);
    }

    [Fact]
    public async Task A_body_over_one_mebibyte_is_refused_before_it_is_read()
    {
        using var answer = await PostAsync($"{Need[..^1]},\"note\":\"{new string('a', 1024 * 1024)}\"}}");

        Assert.Equal("body_too_large", (await ProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge)).Code);
    }

    [Theory]
    [InlineData("api/v1/needs/{0}?_method=DELETE", "X-HTTP-Method-Override")]
    [InlineData("api/v1/webhooks/{1}?_method=DELETE", "X-HTTP-Method-Override")]
    [InlineData("api/v1/webhooks/{1}", "X-HTTP-Method")]
    public async Task A_reader_cannot_call_its_request_a_deletion(string path, string header)
    {
        var address = string.Format(null, path, platform.Seed.Things["need"][0], platform.Seed.Things["webhook"][0]);

        using var read = await SendAsync(HttpMethod.Get, address, null, null, (header, "DELETE"));
        using var again = await SendAsync(HttpMethod.Get, address, null, null);
        using var posted = await SendAsync(HttpMethod.Post, address, new StringContent("{}"), "application/json", (header, "DELETE"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (read.StatusCode, again.StatusCode));
        Assert.Equal("method_not_allowed", (await ProblemAsync(posted, HttpStatusCode.MethodNotAllowed)).Code);
    }

    [Theory]
    [InlineData("api/v1/municipalities?limit=1&q=%0d%0aX-Evil:%20yes")]
    [InlineData("api/v1/municipalities?limit=1&kind=%0d%0aX-Evil:%20yes")]
    [InlineData("api/v1/municipalities?limit=1&lang=nb%0d%0aX-Evil:%20yes")]
    [InlineData("api/v1/needs?limit=1&status=submitted%0d%0aX-Evil:%20yes")]
    [InlineData("connect/authorize?client_id=x&redirect_uri=https://evil.test/%0d%0aX-Evil:%20yes")]
    public async Task No_line_of_a_query_becomes_a_header(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null);

        Assert.False(answer.Headers.Contains("X-Evil"));
        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        Assert.DoesNotContain("evil.test", answer.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Idempotency-Key", "a b")]
    [InlineData("If-Match", "*")]
    [InlineData("If-Match", "W/\"1\"")]
    [InlineData("If-Match", "\"1\", \"2\"")]
    [InlineData("If-Match", "\"99999999999999999999\"")]
    public async Task A_header_that_means_nothing_changes_nothing(string header, string value)
    {
        var path = $"api/v1/needs/{platform.Seed.Things["need"][0]}/withdraw";

        using var answer = await SendAsync(HttpMethod.Post, path, new StringContent("{}"), "application/json", (header, value));

        Assert.Contains((await ProblemAsync(answer, null)).Code, (string[])["invalid_idempotency_key", "invalid_if_match", "version_required"]);
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        SendAsync(HttpMethod.Post, "api/v1/needs", new StringContent(body), "application/json");

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? body, string? type, params (string Name, string Value)[] headers)
    {
        var owner = platform.Askers.Single(asker => asker.Name == "owner").Token;
        using var handler = new BearerToken(owner);
        ((SocketsHttpHandler)handler.InnerHandler!).AllowAutoRedirect = false;
        using var http = new HttpClient(handler) { BaseAddress = platform.Origin };
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (body is not null)
            body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.ExpectContinue = body?.Headers.ContentLength > 1024 * 1024;
        return await http.SendAsync(request);
    }

    private static async Task<(string Code, string? Field)> ProblemAsync(HttpResponseMessage answer, HttpStatusCode? status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status is null || answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        var problem = JsonNode.Parse(text)!;
        return ((string)problem["code"]!, (string?)problem["errors"]?.AsArray().FirstOrDefault()?["field"]);
    }
}
