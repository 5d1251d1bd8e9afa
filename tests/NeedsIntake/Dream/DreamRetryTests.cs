using Kommunebro.Tests.NeedsIntake.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kommunebro.Tests.NeedsIntake.Dream;

/// <summary>Ideas of which DREAM fails to tell, for a while or for ever.</summary>
public sealed class DreamRetryTests : DreamTests
{
    [Fact]
    public async Task An_idea_that_fails_in_passing_is_brought_by_the_next_reading()
    {
        Say("aaaaaaaa", January);
        Say("brokenaa", January.AddDays(1));
        Say("cccccccc", January.AddDays(2));
        Dream.Broken["brokenaa"] = true;

        var (code, told) = await Server.ReadAsync(Dream);
        Dream.Broken.Clear();
        var (later, brought) = await Server.ReadAsync(Dream);

        Assert.Equal((1, 0), (code, later));
        Assert.Contains("2 new", told, StringComparison.Ordinal);
        Assert.Contains("1 new, 0 changed", brought, StringComparison.Ordinal);
        // The third reading begins with the last idea again.
        await Server.ReadAsync(Dream);
        Assert.Equal((1, 1), (Dream.Reads["aaaaaaaa"], Dream.Reads["brokenaa"]));
    }

    [Fact]
    public async Task An_idea_that_fails_for_ever_is_tried_by_two_readings_and_then_left()
    {
        Say("brokenaa", January);
        Say("brokenbb", January.AddDays(1));
        Say("cccccccc", January.AddDays(2));
        Dream.Broken["brokenaa"] = Dream.Broken["brokenbb"] = true;

        var codes = new List<int>();
        for (var reading = 0; reading < 4; reading++)
            codes.Add((await Server.ReadAsync(Dream)).Code);

        Assert.Equal("1 1 1 0", string.Join(' ', codes));
    }

    [Fact]
    public async Task An_idea_that_changed_today_is_tried_by_each_reading_until_tomorrow()
    {
        Say("brokenaa", NeedsServer.Start.AddHours(-1));
        Say("cccccccc", NeedsServer.Start.AddMinutes(-1));
        Dream.Broken["brokenaa"] = true;
        for (var reading = 0; reading < 4; reading++)
            Assert.Equal(1, (await Server.ReadAsync(Dream)).Code);

        Server.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, (await Server.ReadAsync(Dream)).Code);
        Assert.Equal(0, (await Server.ReadAsync(Dream)).Code);
    }

    [Fact]
    public async Task An_outage_gives_up_no_idea_however_often_it_is_called_again()
    {
        for (var day = 0; day < 5; day++)
            Say($"i{day:0000000}", January.AddDays(day));
        Dream.FailsAfter = 1;
        for (var reading = 0; reading < 4; reading++)
            Assert.Equal(1, (await Server.ReadAsync(Dream)).Code);
        Dream.FailsAfter = int.MaxValue;

        var (code, told) = await Server.ReadAsync(Dream);

        Assert.Equal(0, code);
        Assert.Contains("4 new", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_one_idea_that_is_refused_no_json_or_too_large_is_told_and_keeps_no_other_back()
    {
        Dream.Answers["refuseda"] = Results.StatusCode(StatusCodes.Status400BadRequest);
        Dream.Answers["refusedb"] = Results.StatusCode(StatusCodes.Status403Forbidden);
        Dream.Answers["refusedc"] = Results.StatusCode(StatusCodes.Status410Gone);
        Dream.Answers["nojsonaa"] = Results.Text("<html>");
        Dream.Answers["toolarge"] = Results.Bytes(new byte[(20 * 1024 * 1024) + 1]);
        var day = 0;
        foreach (var id in Dream.Answers.Keys)
        {
            Say(id, January.AddDays(day++));
            Say($"i{day:0000000}", January.AddDays(day++));
        }

        var (code, told) = await Server.ReadAsync(Dream);

        Assert.Equal(1, code);
        Assert.All(Dream.Answers.Keys, id => Assert.Contains($"The idea {id} was left out: ", told, StringComparison.Ordinal));
        Assert.Contains("5 new", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized)]
    [InlineData(StatusCodes.Status429TooManyRequests)]
    public async Task An_answer_that_goes_for_all_ideas_ends_the_reading(int status)
    {
        Say("aaaaaaaa", January);
        Say("bbbbbbbb", January.AddDays(1));
        Say("cccccccc", January.AddDays(2));
        Dream.Answers["bbbbbbbb"] = Results.StatusCode(status);

        var (code, told) = await Server.ReadAsync(Dream);

        Assert.Equal(1, code);
        Assert.Contains("call it again to go on", told, StringComparison.Ordinal);
        Assert.DoesNotContain("cccccccc", Dream.Reads.Keys);
    }

    [Fact]
    public async Task A_line_of_the_feed_that_cannot_be_read_keeps_no_other_back()
    {
        Dream.Lines =
        [
            """{"internal":{"id":"a","id":"b"},"external":{"updated":"2026-01-01T00:00:00Z"}}""",
            """{"internal":{"id":"\ud83d"},"external":{"updated":"2026-01-01T00:00:00Z"}}""",
            """{"internal":{"id":"c"},"internal":{"id":"d"}}""",
        ];
        Say("aaaaaaaa", January);

        var (code, told) = await Server.ReadAsync(Dream);

        Assert.Equal(0, code);
        Assert.Contains("1 new", told, StringComparison.Ordinal);
    }

    private void Say(string id, DateTimeOffset updated) => Dream.Say(id, updated, DreamPeer.Idea($"Ідея {id}", Places.Vinnytsia.Code));
}
