using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Paging;

/// <summary>The sample list has the rows 1 to 7.</summary>
public sealed class PageTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly RunningHost _host = shared.Host;

    [Theory]
    [InlineData("/samples")]
    [InlineData("/samples?limit=7")]
    [InlineData("/samples?limit=200")]
    public async Task The_last_page_has_no_next(string address)
    {
        using var answer = await _host.Http.GetAsync(address);

        Assert.Equal("""{"items":[1,2,3,4,5,6,7],"next":null}""", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("Link"));
    }

    [Fact]
    public async Task Links_lead_through_all_rows_once()
    {
        var rows = new List<int>();
        var pages = 0;
        for (var address = "/samples?limit=3"; address is not null; pages++)
        {
            var page = JsonNode.Parse(await _host.Http.GetStringAsync(address))!;
            rows.AddRange(page["items"]!.AsArray().Select(row => (int)row!));
            address = await NextAsync(address);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], rows);
        Assert.Equal(3, pages);
    }

    [Theory]
    [InlineData("/samples?limit=2&area=water%20supply%26more&extra=%C3%A6&extra=b", "&area=water%20supply%26more&extra=%C3%A6&extra=b&cursor=")]
    [InlineData("/samples?limit=2", "/samples?limit=2&cursor=")]
    public async Task A_link_keeps_the_filters(string address, string kept) =>
        Assert.Contains(kept, await NextAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task A_link_replaces_the_cursor_however_it_was_spelt()
    {
        var first = JsonNode.Parse(await _host.Http.GetStringAsync("/samples?limit=2"))!;

        var next = await NextAsync($"/samples?limit=2&CURSOR={first["next"]}");

        Assert.Equal("""{"items":[5,6],""", (await _host.Http.GetStringAsync(next))[..15]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    [InlineData(int.MaxValue)]
    public async Task A_page_has_1_to_200_rows(int limit)
    {
        using var answer = await _host.Http.GetAsync($"/samples?limit={limit}");

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("out_of_range", problem.Code);
        Assert.Equal("limit", Assert.Single(problem.Errors).Field);
    }

    private async Task<string?> NextAsync(string address)
    {
        using var answer = await _host.Http.GetAsync(address);
        if (!answer.Headers.TryGetValues("Link", out var links))
            return null;
        var link = Assert.Single(links);
        Assert.StartsWith("</samples?", link, StringComparison.Ordinal);
        Assert.EndsWith(">; rel=\"next\"", link, StringComparison.Ordinal);
        return link[1..link.IndexOf('>', StringComparison.Ordinal)];
    }
}
