using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

internal sealed record ToldViolation(string Field, string Code, string Message);

/// <summary>A problem as a partner's program would read it.</summary>
internal sealed record ToldProblem(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<ToldViolation> Errors, string TraceId)
{
    /// <summary>Reads it, and makes sure of what every problem must have.</summary>
    public static async Task<ToldProblem> ReadAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<ToldProblem>(text, JsonSerializerOptions.Web)!;
        Assert.Equal((int)status, problem.Status);
        Assert.Equal($"urn:problem:{problem.Code}", problem.Type);
        Assert.NotEmpty(problem.Title);
        Assert.NotEmpty(problem.Detail);
        Assert.NotEmpty(problem.TraceId);
        return problem;
    }
}
