using System.Diagnostics;
using System.Net;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.ServiceDefaults.Refusals;

public sealed class RefusalTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly RunningHost _host = shared.Host;

    [Theory]
    [InlineData("Invalid", 400)]
    [InlineData("Forbidden", 403)]
    [InlineData("NotFound", 404)]
    [InlineData("Conflict", 409)]
    [InlineData("VersionMismatch", 412)]
    [InlineData("VersionRequired", 428)]
    [InlineData("Unavailable", 503)]
    public async Task A_refusal_is_told_as_a_problem_with_the_status_of_its_kind(string kind, int status)
    {
        using var answer = await _host.Http.GetAsync($"/refusals/{kind}");

        var problem = await ToldProblem.ReadAsync(answer, (HttpStatusCode)status);
        Assert.Equal("sample_code", problem.Code);
        Assert.Equal("A sample refusal.", problem.Detail);
        Assert.Equal([new ToldViolation("sample", "sample_code", "A sample refusal.")], problem.Errors);
        Assert.Equal(status == 503, answer.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task Several_violations_are_told_at_once()
    {
        using var answer = await _host.Http.GetAsync("/refusals/several");

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("invalid_fields", problem.Code);
        Assert.Equal(
            [new ToldViolation("areas[1].level", "out_of_range", "Too high."), new ToldViolation("title", "too_short", "Say more.")],
            problem.Errors);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    public async Task A_refusal_is_told_also_to_who_accepts_no_json(string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/refusals/Conflict");
        request.Headers.Accept.ParseAdd(accepted);

        using var answer = await _host.Http.SendAsync(request);

        Assert.Equal("sample_code", (await ToldProblem.ReadAsync(answer, HttpStatusCode.Conflict)).Code);
    }

    [Fact]
    public async Task The_trace_id_is_that_of_the_callers_trace()
    {
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/refusals/Conflict");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        using var answer = await _host.Http.SendAsync(request);

        Assert.Equal(trace.ToString(), (await ToldProblem.ReadAsync(answer, HttpStatusCode.Conflict)).TraceId);
    }

    [Fact]
    public async Task A_bug_tells_nothing_to_the_caller_and_everything_to_the_log()
    {
        await using var host = await RunningHost.StartAsync();

        using var answer = await host.Http.GetAsync("/bugs");

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.InternalServerError);
        Assert.Equal("internal_error", problem.Code);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var log = Assert.Single(host.Logs.Warnings);
        Assert.Equal(LogLevel.Error, log.Level);
        Assert.Equal("the secret of the server", log.Error?.Message);
        Assert.Contains(problem.TraceId, log.Message, StringComparison.Ordinal);
        Assert.Contains("GET /bugs", log.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_not_worth_a_warning()
    {
        await using var host = await RunningHost.StartAsync();

        using var refused = await host.Http.GetAsync("/refusals/Conflict");
        using var broken = await host.Http.PostAsync("/samples", new StringContent("{"));

        Assert.Empty(host.Logs.Warnings);
    }

    [Fact]
    public async Task Who_was_overtaken_hears_of_a_version_mismatch()
    {
        using var answer = await _host.Http.GetAsync("/overtaken");

        Assert.Equal("version_mismatch", (await ToldProblem.ReadAsync(answer, HttpStatusCode.PreconditionFailed)).Code);
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_as_a_try_later_and_logged_in_one_line()
    {
        await using var host = await RunningHost.StartAsync();

        using var answer = await host.Http.GetAsync("/database-away");

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("temporarily_unavailable", problem.Code);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("10.0.0.7", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var log = Assert.Single(host.Logs.Warnings);
        Assert.Equal(LogLevel.Warning, log.Level);
        Assert.Null(log.Error);
    }
}
