using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Dream;

/// <summary>Ideas of which DREAM fails to tell, for a while or for ever.</summary>
public sealed class DreamRetryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset January = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private NeedsServer _server = null!;
    private DreamPeer _dream = null!;

    public async ValueTask InitializeAsync() => (_server, _dream) = (await NeedsServer.StartAsync(), await DreamPeer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _dream.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_idea_that_fails_in_passing_is_brought_by_the_next_reading()
    {
        Say("aaaaaaaa", January);
        Say("brokenaa", January.AddDays(1));
        Say("cccccccc", January.AddDays(2));
        _dream.Broken["brokenaa"] = true;

        var (code, told) = await _server.ReadAsync(_dream);
        _dream.Broken.Clear();
        var (later, brought) = await _server.ReadAsync(_dream);

        Assert.Equal((1, 0), (code, later));
        Assert.Contains("2 new", told, StringComparison.Ordinal);
        Assert.Contains("1 new, 0 changed", brought, StringComparison.Ordinal);
        // The third reading begins with the last idea again.
        await _server.ReadAsync(_dream);
        Assert.Equal((1, 1), (_dream.Reads["aaaaaaaa"], _dream.Reads["brokenaa"]));
    }

    [Fact]
    public async Task An_idea_that_fails_for_ever_is_tried_by_two_readings_and_then_left()
    {
        Say("brokenaa", January);
        Say("brokenbb", January.AddDays(1));
        Say("cccccccc", January.AddDays(2));
        _dream.Broken["brokenaa"] = _dream.Broken["brokenbb"] = true;

        var codes = new List<int>();
        for (var reading = 0; reading < 4; reading++)
            codes.Add((await _server.ReadAsync(_dream)).Code);

        Assert.Equal("1 1 1 0", string.Join(' ', codes));
    }

    [Fact]
    public async Task An_idea_that_changed_today_is_tried_by_each_reading_until_tomorrow()
    {
        Say("brokenaa", NeedsServer.Start.AddHours(-1));
        Say("cccccccc", NeedsServer.Start.AddMinutes(-1));
        _dream.Broken["brokenaa"] = true;
        for (var reading = 0; reading < 4; reading++)
            Assert.Equal(1, (await _server.ReadAsync(_dream)).Code);

        _server.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, (await _server.ReadAsync(_dream)).Code);
        Assert.Equal(0, (await _server.ReadAsync(_dream)).Code);
    }

    [Fact]
    public async Task An_outage_gives_up_no_idea_however_often_it_is_called_again()
    {
        for (var day = 0; day < 5; day++)
            Say($"i{day:0000000}", January.AddDays(day));
        _dream.FailsAfter = 1;
        for (var reading = 0; reading < 4; reading++)
            Assert.Equal(1, (await _server.ReadAsync(_dream)).Code);
        _dream.FailsAfter = int.MaxValue;

        var (code, told) = await _server.ReadAsync(_dream);

        Assert.Equal(0, code);
        Assert.Contains("4 new", told, StringComparison.Ordinal);
    }

    private void Say(string id, DateTimeOffset updated) => _dream.Say(id, updated, DreamPeer.Idea($"Ідея {id}", Places.Vinnytsia.Code));
}
