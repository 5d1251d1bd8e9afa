using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Refusals;

/// <summary>What is wrong with a body is told by a code and a path, whatever the serializer calls it.</summary>
public sealed class BadBodyTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Parts = "[{\"level\":\"advanced\",\"days\":3}]";

    private readonly RunningHost _host = shared.Host;

    [Fact]
    public async Task A_right_body_is_taken()
    {
        using var answer = await PostAsync($$"""{"title":"Вода","kind":"water_supply","parts":{{Parts}}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            $$"""{"title":"Вода","kind":"water_supply","parts":{{Parts}},"count":0,"note":null}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[],"colour":"red"}""", "unknown_field", "colour")]
    [InlineData("""{"Title":"a","kind":"water_supply","parts":[]}""", "unknown_field", "Title")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[{"level":"a","days":1},{"level":"a","depth":2}]}""", "unknown_field", "parts[1].depth")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[],"a b":1}""", "unknown_field", "['a b']")]
    [InlineData("""{"title":7,"kind":"water_supply","parts":[]}""", "wrong_type", "title")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":{}}""", "wrong_type", "parts")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[{"level":"a","days":"3"}]}""", "wrong_type", "parts[0].days")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[{"level":"a","days":1.5}]}""", "wrong_type", "parts[0].days")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[],"count":99999999999}""", "wrong_type", "count")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[],"count":null}""", "wrong_type", "count")]
    [InlineData("""{"title":null,"kind":"water_supply","parts":[]}""", "wrong_type", "title")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[{"level":null,"days":1}]}""", "wrong_type", "parts[0].level")]
    [InlineData("""{"title":"a","kind":1,"parts":[]}""", "wrong_type", "kind")]
    [InlineData("""{"title":"a","kind":"1","parts":[]}""", "wrong_type", "kind")]
    [InlineData("""{"title":"a","kind":"castles","parts":[]}""", "wrong_type", "kind")]
    [InlineData("""{"title":"\ud800","kind":"water_supply","parts":[]}""", "wrong_type", "title")]
    [InlineData("""{"title":"a","title":"b","kind":"water_supply","parts":[]}""", "duplicate_field", "title")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[{"level":"a","days":1,"level":"b"}]}""", "duplicate_field", "parts[0].level")]
    [InlineData("""[]""", "wrong_type", "")]
    [InlineData("\"text\"", "wrong_type", "")]
    public async Task A_field_at_fault_is_named(string body, string code, string field)
    {
        using var answer = await PostAsync(body);

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.Code);
        var violation = Assert.Single(problem.Errors);
        Assert.Equal((field, code), (violation.Field, violation.Code));
        Assert.DoesNotContain("Kommunebro", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "title", "kind", "parts")]
    [InlineData("""{"kind":"water_supply","parts":[]}""", "title")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[{}]}""", "parts[0].level", "parts[0].days")]
    public async Task Missing_fields_are_named(string body, params string[] fields)
    {
        using var answer = await PostAsync(body);

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("missing_field", problem.Code);
        Assert.Equal(fields, problem.Errors.Select(error => error.Field));
        Assert.All(problem.Errors, error => Assert.Equal("missing_field", error.Code));
    }

    [Fact]
    public async Task Of_many_missing_fields_only_the_first_are_named_and_the_answer_says_so()
    {
        using var answer = await _host.Http.PostAsync("/wide", new StringContent("{}", new MediaTypeHeaderValue("application/json")));

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal(["theFirstOfManyFields", "theSecondOfManyFields", "theThirdOfManyFields"], problem.Errors.Select(error => error.Field));
        Assert.Contains("at least", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"title\": }", "line 2, position 12")]
    [InlineData("""{"title":"a",}""", "line 1, position 14")]
    [InlineData("""{"title":"a" // comment""", "line 1, position 14")]
    [InlineData("""{"title":"a""", "line 1, position 12")]
    [InlineData("""{"title":"a","kind":"water_supply","parts":[]} more""", "line 1, position 48")]
    public async Task Broken_JSON_is_told_with_its_place(string body, string place)
    {
        using var answer = await PostAsync(body);

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("malformed_json", problem.Code);
        Assert.Contains(place, problem.Detail, StringComparison.Ordinal);
        Assert.Empty(problem.Errors);
    }

    [Fact]
    public async Task JSON_that_is_nested_too_deeply_is_refused()
    {
        using var answer = await PostAsync($$"""{"colour":{{new string('[', 100)}}{{new string(']', 100)}}}""");

        Assert.Contains((await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest)).Code, new[] { "malformed_json", "unknown_field" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_missing_body_is_told(string body)
    {
        using var answer = await PostAsync(body);

        Assert.Equal("missing_body", (await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest)).Code);
    }

    [Theory]
    [InlineData("""{"title":"?","kind":"water_supply","parts":[]}""")]
    [InlineData("""{"?":"a","kind":"water_supply","parts":[]}""")]
    [InlineData("?")]
    public async Task Bytes_that_are_no_UTF_8_are_refused(string body)
    {
        var bytes = Encoding.ASCII.GetBytes(body);
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xff;

        using var answer = await PostAsync(new ByteArrayContent(bytes), "application/json");

        await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=klingon")]
    [InlineData(null)]
    public async Task A_body_in_another_format_is_refused(string? contentType)
    {
        using var answer = await PostAsync(new ByteArrayContent("{}"u8.ToArray()), contentType);

        Assert.Equal("unsupported_media_type", (await ToldProblem.ReadAsync(answer, HttpStatusCode.UnsupportedMediaType)).Code);
    }

    [Fact]
    public async Task A_body_over_one_mebibyte_is_refused()
    {
        using var answer = await PostAsync($$"""{"title":"{{new string('a', 1024 * 1024)}}"}""");

        Assert.Equal("body_too_large", (await ToldProblem.ReadAsync(answer, HttpStatusCode.RequestEntityTooLarge)).Code);
    }

    private Task<HttpResponseMessage> PostAsync(string body) => PostAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), "application/json");

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, string? contentType)
    {
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/samples") { Content = content };
        // A refused body must not be on its way when the server hangs up, or the client never sees the answer.
        request.Headers.ExpectContinue = content.Headers.ContentLength > 1024 * 1024;
        return await _host.Http.SendAsync(request);
    }
}
