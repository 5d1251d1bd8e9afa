using System.Net;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Deprecation;

/// <summary>Who uses what will end is told with each answer (RFC 9745, RFC 8594).</summary>
public sealed class DeprecationsTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly RunningHost _host = shared.Host;

    [Fact]
    public async Task An_operation_tells_since_when_until_when_and_where_to_go()
    {
        using var answer = await _host.Http.GetAsync("/ending?limit=1");

        Assert.Equal("@1796083200", Assert.Single(answer.Headers.GetValues("Deprecation")));
        Assert.Equal("Tue, 01 Jun 2027 00:00:00 GMT", Assert.Single(answer.Headers.GetValues("Sunset")));
        Assert.Equal(
            ["</ending?limit=1&cursor=more>; rel=\"next\"", "</docs#ending>; rel=\"deprecation\"; type=\"text/html\"", "</samples>; rel=\"successor-version\""],
            answer.Headers.GetValues("Link"));
    }

    [Theory]
    [InlineData("GET", "/all-ending", HttpStatusCode.OK)]
    [InlineData("POST", "/all-ending/refused", HttpStatusCode.Conflict)]
    public async Task A_whole_route_tells_it_with_refusals_too(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _host.Http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("@1796083200", Assert.Single(answer.Headers.GetValues("Deprecation")));
        Assert.Equal("Sat, 01 Jan 2028 00:00:00 GMT", Assert.Single(answer.Headers.GetValues("Sunset")));
        Assert.Equal("<https://docs.example/all>; rel=\"deprecation\"; type=\"text/html\"", Assert.Single(answer.Headers.GetValues("Link")));
    }

    [Fact]
    public async Task All_others_say_nothing()
    {
        using var answer = await _host.Http.GetAsync("/samples");

        Assert.False(answer.Headers.Contains("Deprecation") || answer.Headers.Contains("Sunset"));
    }

    [Fact]
    public void Nobody_has_less_time_than_was_promised()
    {
        var since = new DateOnly(2026, 12, 1);

        Assert.Throws<ArgumentException>(() => new Kommunebro.ServiceDefaults.Deprecation(since, since.AddDays(179), "/docs"));
        Assert.NotNull(new Kommunebro.ServiceDefaults.Deprecation(since, since.AddDays(180), "/docs"));
    }

    [Theory]
    [InlineData("/docs>; rel=\"next\"", null)]
    [InlineData("/docs", "/two words")]
    [InlineData("/docs\r\nSet-Cookie: a=b", null)]
    public void What_is_no_address_stands_in_no_header(string page, string? successor) =>
        Assert.Throws<ArgumentException>(() => new Kommunebro.ServiceDefaults.Deprecation(new DateOnly(2026, 12, 1), new DateOnly(2027, 12, 1), page, successor));
}
