using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Partnerships;

public sealed class FollowUpTests
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task A_follow_up_is_told_once_whichever_replica_looks_and_as_often_as_they_look()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var partnership = await desk.FirstTalkAsync();
        await using var replica = await MatchingServer.StartAsync(
            new MatchingServerOptions { Database = desk.Server.Database, Clock = desk.Server.Clock });
        desk.Server.Clock.Advance(TimeSpan.FromDays(13));
        await LookAsync(desk);
        Assert.DoesNotContain("follow_up_due", await desk.EventsAsync(PartnershipChanged.MessageName));

        desk.Server.Clock.Advance(TimeSpan.FromDays(1));
        await UntilToldAsync(desk, 1);
        await LookAsync(desk);

        Assert.Equal(["started", "follow_up_due"], await desk.EventsAsync(PartnershipChanged.MessageName));
        var told = (await desk.ToldAsync(PartnershipChanged.MessageName))[^1];
        Assert.Equal((partnership.PartnershipId, "2026-12-07"), ((string)told["partnershipId"]!, (string)told["followUpOn"]!));
        var seen = await desk.Ks.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = partnership.PartnershipId });
        Assert.Equal(("partnership.follow_up_due", "service:matching"), (seen.Timeline[^1].Action, seen.Timeline[^1].Who));
        Assert.Equal((long)told["version"]!, seen.Version);
    }

    [Fact]
    public async Task What_is_planned_anew_is_told_anew_and_what_is_done_is_not()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var partnership = await desk.FirstTalkAsync();
        var done = await desk.Ks.CompleteFollowUpAsync(Done(partnership, next: ""));
        Assert.Equal(("", "partnership.follow_up", "They have talked"), (done.FollowUpOn, done.Timeline[^1].Action, done.Timeline[^1].Text));
        Assert.Equal("no_follow_up", await RefusalAsync(desk.Ks.CompleteFollowUpAsync(Done(done, next: ""))));

        var planned = await desk.Auc.AddNoteAsync(Note(done, "Ask again", "2026-11-30"));
        Assert.Equal(("2026-11-30", "Ask again"), (planned.FollowUpOn, planned.Timeline[^1].Text));
        desk.Server.Clock.Advance(TimeSpan.FromDays(7));
        await UntilToldAsync(desk, 1);

        var due = await desk.Ks.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = partnership.PartnershipId });
        await desk.Ks.CompleteFollowUpAsync(Done(due, next: "2026-12-01"));
        desk.Server.Clock.Advance(TimeSpan.FromDays(1));
        await UntilToldAsync(desk, 2);
        desk.Server.Clock.Advance(TimeSpan.FromDays(30));
        await LookAsync(desk);
        Assert.Equal(["started", "follow_up_due", "follow_up_due"], await desk.EventsAsync(PartnershipChanged.MessageName));
    }

    [Fact]
    public async Task A_note_leaves_what_is_planned_and_tells_nobody()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var partnership = await desk.FirstTalkAsync();

        var noted = await desk.Ks.AddNoteAsync(Note(partnership, "Lviv is ill; Kari called", ""));

        Assert.Equal((partnership.FollowUpOn, partnership.Version + 1), (noted.FollowUpOn, noted.Version));
        Assert.Equal(["started"], await desk.EventsAsync(PartnershipChanged.MessageName));
        // Words that people write may name people: they stand in the timeline alone.
        foreach (var table in new[] { "audit", "outbox" })
            Assert.Equal(0, await desk.Server.Database.ScalarAsync<long>($"select count(*) from {table} as row where row::text like '%Kari%'"));
        Assert.False(desk.Server.Logs.Has("Kari"));
    }

    [Fact]
    public async Task Nothing_is_planned_for_the_past_or_after_the_end()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var partnership = await desk.FirstTalkAsync();

        Assert.Equal("in_past", await RefusalAsync(desk.Ks.AddNoteAsync(Note(partnership, "Later", "2026-11-22"))));
        Assert.Equal("invalid_date", await RefusalAsync(desk.Ks.AddNoteAsync(Note(partnership, "Later", "soon"))));
        Assert.Equal("missing_field", await RefusalAsync(desk.Ks.AddNoteAsync(Note(partnership, " ", ""))));
        Assert.Equal("in_past", await RefusalAsync(desk.Ks.CompleteFollowUpAsync(Done(partnership, "2026-11-22"))));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Viewer.AddNoteAsync(Note(partnership, "Hello", ""))));

        var ended = await desk.Ks.ReachStageAsync(Story.Reach(partnership, "cancelled"));
        Assert.Equal("partnership_ended", await RefusalAsync(desk.Ks.AddNoteAsync(Note(ended, "Again", "2026-12-01"))));
        Assert.Equal("partnership_ended", await RefusalAsync(desk.Ks.CompleteFollowUpAsync(Done(ended, ""))));
        Assert.Equal("What was learnt", (await desk.Ks.AddNoteAsync(Note(ended, "What was learnt", ""))).Timeline[^1].Text);
        desk.Server.Clock.Advance(TimeSpan.FromDays(30));
        await LookAsync(desk);
        Assert.DoesNotContain("follow_up_due", await desk.EventsAsync(PartnershipChanged.MessageName));
    }

    private static Task UntilToldAsync(Desk desk, int times) => Eventually.TrueAsync(
        async () => (await desk.EventsAsync(PartnershipChanged.MessageName)).Count(what => what == "follow_up_due") == times,
        $"{times} follow-ups told");

    /// <summary>Lets every clock look a few times, and waits until it has.</summary>
    private static async Task LookAsync(Desk desk)
    {
        for (var times = 0; times < 3; times++)
        {
            var looked = Looks(desk);
            desk.Server.Clock.Advance(Look);
            await Eventually.TrueAsync(() => Task.FromResult(Looks(desk) > looked), "the clock looked");
        }
    }

    private static int Looks(Desk desk) => desk.Server.Logs.Sql.Count(sql => sql.Contains("follow_up_told IS NULL", StringComparison.Ordinal));

    private static AddNoteRequest Note(Partnership partnership, string text, string followUpOn) =>
        new() { PartnershipId = partnership.PartnershipId, Version = partnership.Version, Text = text, FollowUpOn = followUpOn };

    private static CompleteFollowUpRequest Done(Partnership partnership, string next) =>
        new() { PartnershipId = partnership.PartnershipId, Version = partnership.Version, Text = "They have talked", NextFollowUpOn = next };
}
