using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Statistics;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Statistics;

public sealed class StatisticsTests
{
    [Fact]
    public async Task Partners_see_no_small_numbers_and_staff_see_all()
    {
        await using var server = await NeedsServer.StartAsync();
        using var viewer = server.Staff(StaffRole.Viewer);
        using var partner = await server.PartnerAsync(Places.Studena);
        for (var i = 0; i < 6; i++)
            await server.VerifyAsync(await server.SubmitNeedAsync());
        await server.VerifyAsync(await server.SubmitNeedAsync(ANeed.InVinnytsia().With("area", "\"HEA-D\"")));

        var staff = (await viewer.GetAsync("/api/v1/needs/statistics")).Expect(HttpStatusCode.OK).Body;
        var others = (await partner.GetAsync("/api/v1/needs/statistics")).Expect(HttpStatusCode.OK).Body;

        Assert.Equal([("HEA-D", 1), ("WAT", 6)], Cells(staff, "byArea"));
        // The one that is small would follow from the total and the other.
        Assert.Equal([("HEA-D", null), ("WAT", null)], Cells(others, "byArea"));
        Assert.Equal((7, 7), ((int?)staff["total"], (int?)others["total"]));
        Assert.Equal([("verified", 7)], Cells(others, "byStatus"));
    }

    [Theory]
    [InlineData("a:7 b:9", "a:7 b:9")]
    [InlineData("a:0 b:9", "a:0 b:9")]
    [InlineData("a:4", "a:-")]
    [InlineData("a:4 b:9 c:7", "a:- b:9 c:-")]
    [InlineData("a:4 b:4 c:7", "a:- b:- c:7")]
    [InlineData("a:1 b:2 c:7 d:8", "a:- b:- c:- d:8")]
    [InlineData("a:1 b:0 c:7", "a:- b:- c:-")]
    public void What_would_follow_from_the_total_is_suppressed_too(string cells, string shown)
    {
        var suppressed = CountView.Suppress(
            [.. cells.Split(' ').Select(cell => cell.Split(':')).Select(cell => (cell[0], int.Parse(cell[1], null)))], SmallNumbers.Limit);

        Assert.Equal(shown, string.Join(' ', suppressed.Select(cell => $"{cell.Key}:{cell.Needs?.ToString((IFormatProvider?)null) ?? "-"}")));
    }

    private static IEnumerable<(string Key, int? Needs)> Cells(JsonObject statistics, string table) =>
        statistics[table]!.AsArray().Select(cell => ((string)cell!["key"]!, (int?)cell["needs"]));
}
