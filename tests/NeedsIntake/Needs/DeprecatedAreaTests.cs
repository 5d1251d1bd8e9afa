using System.Net;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>Water supply is not used any more from 23 November on, which is today in Kyiv and tomorrow in UTC.</summary>
public sealed class DeprecatedAreaTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task A_new_need_names_it_until_the_day_before_and_then_hears_what_took_its_place()
    {
        await using var server = await NeedsServer.StartAsync();
        await server.HearAsync(Places.Water with { Version = 2, DeprecatedSince = Today.AddDays(1), ReplacedBy = "HEA-D" });
        await server.SubmitNeedAsync();

        await server.HearAsync(Places.Water with { Version = 3, DeprecatedSince = Today, ReplacedBy = "HEA-D" });

        var answer = await server.SubmitAsync(ANeed.InVinnytsia());
        answer.ExpectProblem(HttpStatusCode.BadRequest, "deprecated_area");
        Assert.Equal([("area", "deprecated_area")], answer.Errors);
        Assert.Contains("its place took HEA-D", $"{answer.Body}", StringComparison.Ordinal);
        Assert.Equal(
            [("secondaryAreas[0]", "deprecated_area")],
            (await server.SubmitAsync(ANeed.InVinnytsia().With("area", "\"HEA-D\"").With("secondaryAreas", """["WAT"]"""))).Errors);
    }

    [Fact]
    public async Task A_need_that_names_it_keeps_it_when_it_is_revised_and_another_one_does_not_take_it()
    {
        await using var server = await NeedsServer.StartAsync();
        var (first, second) = (ANeed.InVinnytsia().With("secondaryAreas", """["HEA-D"]"""), ANeed.InVinnytsia().With("area", "\"HEA-D\""));
        var (with, without) = (await server.SubmitNeedAsync(first), await server.SubmitNeedAsync(second));
        foreach (var area in Places.Areas)
            await server.HearAsync(area with { Version = 2, DeprecatedSince = Today });

        var kept = await server.ReviseAsync(with, first.With("personDays", "41"));
        // What was a secondary area becomes the need's own.
        var turned = await server.ReviseAsync(kept.Expect(HttpStatusCode.OK), first.With("area", "\"HEA-D\"").With("secondaryAreas", """["WAT"]"""));

        Assert.Equal("HEA-D", turned.Expect(HttpStatusCode.OK).Text("area"));
        Assert.Equal([("area", "deprecated_area")], (await server.ReviseAsync(without, second.With("area", "\"WAT\""))).Errors);
    }

    [Fact]
    public async Task An_area_that_is_in_use_again_is_taken_again()
    {
        await using var server = await NeedsServer.StartAsync();
        await server.HearAsync(Places.Water with { Version = 2, DeprecatedSince = Today });
        await server.HearAsync(Places.Water with { Version = 3 });

        await server.SubmitNeedAsync();
    }
}
