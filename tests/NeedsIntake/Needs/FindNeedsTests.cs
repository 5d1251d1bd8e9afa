using System.Net;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class FindNeedsTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task Needs_come_newest_first_and_each_once_while_others_are_added()
    {
        await using var server = await NeedsServer.StartAsync();
        var there = new List<string>();
        for (var i = 0; i < 7; i++)
            there.Insert(0, await SubmitLaterAsync(server));

        var read = new List<string>();
        var address = "/api/v1/needs?limit=3";
        while (address is not null)
        {
            var page = await server.GetAsync(address);
            read.AddRange(page.Items.Select(item => (string)item["id"]!));
            Assert.Equal(page.Link is null, page.Body["next"] is null);
            address = page.Link?.Split('<', '>')[1];
            await SubmitLaterAsync(server);
        }

        Assert.Equal(there, read);
    }

    [Theory]
    [InlineData("?municipality=UA05020030000031457")]
    [InlineData("?municipality=UA05020030000031457&status=verified")]
    [InlineData("?oblast=05&area=WAT")]
    [InlineData("?urgency=4&oblast=05")]
    [InlineData("?status=verified&urgency=4&area=WAT")]
    public async Task Filters_leave_out_what_does_not_fit_all_of_them(string query)
    {
        await using var server = await NeedsServer.StartAsync();
        var wanted = await server.VerifyAsync(await server.SubmitNeedAsync(ANeed.InVinnytsia().With("urgency", "4")));
        // Each of them differs from what is asked for in all of the queries.
        await server.SubmitNeedAsync(ANeed.Of(Places.Zelenodolsk).With("area", "\"HEA-D\""));
        await server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("urgency", "1"));

        var found = await server.FindNeedsAsync(query);

        Assert.Equal([wanted.Id], found.Items.Select(item => (string)item["id"]!));
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_page()
    {
        var found = await _server.FindNeedsAsync("?area=NONE");

        Assert.Empty(found.Expect(HttpStatusCode.OK).Items);
        Assert.Null(found.Body["next"]);
    }

    [Theory]
    [InlineData("?status=open", "status", "unknown_value")]
    [InlineData("?municipality=UА05020030000031457", "municipality", "cyrillic_letters")]
    [InlineData("?municipality=0301", "municipality", "invalid_katottg")]
    [InlineData("?area=WАT", "area", "cyrillic_letters")]
    [InlineData("?area=%00", "area", "unknown_area")]
    [InlineData("?urgency=0", "urgency", "out_of_range")]
    [InlineData("?urgency=high", "urgency", "invalid_parameter")]
    [InlineData("?oblast=5", "oblast", "invalid_region")]
    [InlineData("?limit=0", "limit", "out_of_range")]
    [InlineData("?limit=201", "limit", "out_of_range")]
    [InlineData("?cursor=abc", "cursor", "invalid_cursor")]
    [InlineData("?cursor=WyI3Il0", "cursor", "invalid_cursor")]
    public async Task A_bad_question_is_named_with_its_code(string query, string field, string code)
    {
        var answer = await _server.FindNeedsAsync(query);

        answer.ExpectProblem(HttpStatusCode.BadRequest, code);
        Assert.Equal(field, Assert.Single(answer.Errors).Field, ignoreCase: true);
    }

    private static async Task<string> SubmitLaterAsync(NeedsServer server)
    {
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await server.SubmitNeedAsync()).Id;
    }
}
