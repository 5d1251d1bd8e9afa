using System.Net;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Refusals;

public sealed class BadRequestTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly RunningHost _host = shared.Host;

    [Fact]
    public async Task An_unknown_address_is_told_as_a_problem()
    {
        using var answer = await _host.Http.GetAsync("/nothing");

        Assert.Equal("not_found", (await ToldProblem.ReadAsync(answer, HttpStatusCode.NotFound)).Code);
    }

    [Fact]
    public async Task A_wrong_method_is_told_as_a_problem_that_names_the_right_ones()
    {
        using var answer = await _host.Http.DeleteAsync("/samples");

        Assert.Equal("method_not_allowed", (await ToldProblem.ReadAsync(answer, HttpStatusCode.MethodNotAllowed)).Code);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/years?year=soon", "year")]
    [InlineData("/years", "year")]
    [InlineData("/samples?limit=all", "limit")]
    [InlineData("/samples?limit=1&limit=2", "limit")]
    [InlineData("/refusals/Strange", "kind")]
    public async Task A_parameter_that_cannot_be_read_is_named(string address, string parameter)
    {
        using var answer = await _host.Http.GetAsync(address);

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("invalid_parameter", problem.Code);
        Assert.Equal(parameter, Assert.Single(problem.Errors).Field);
    }
}
