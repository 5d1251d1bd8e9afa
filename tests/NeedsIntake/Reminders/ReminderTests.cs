using System.Net;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Reminders;

/// <summary>A hromada is reminded once for each reason; nothing ends by itself.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task Of_a_verified_need_its_silence_and_its_end_are_told_once_each()
    {
        await using var server = await NeedsServer.StartAsync();
        var need = await server.VerifyAsync(await server.SubmitNeedAsync());
        foreach (var (days, reason) in new[] { (90, ReminderReason.Silence), (150, ReminderReason.VerificationEnds), (173, ReminderReason.VerificationEndsSoon) })
        {
            server.Clock.SetUtcNow(NeedsServer.Start.AddDays(days).AddHours(-2));
            await server.LooksAsync();
            Assert.DoesNotContain(server.Reminded(need), told => told.Reason == reason);
            await server.LooksAsync();
            await server.LooksAsync();
            Assert.Single(server.Reminded(need), told => told.Reason == reason);
        }

        server.Clock.Advance(TimeSpan.FromDays(30));
        await server.LooksAsync();

        Assert.Equal(3, server.Reminded(need).Count);
        Assert.Equal(NeedsServer.Start.AddDays(180), server.Reminded(need)[^1].DueAt);
        Assert.Equal("verified", (await server.GetNeedAsync(need.Id)).NeedStatus);
        var history = (await server.GetAsync($"/api/v1/needs/{need.Id}/history")).Expect(HttpStatusCode.OK).Items;
        Assert.Equal(3, history.Count(step => (string?)step["action"] == "need.remind" && (string?)step["by"] == "system"));
    }

    [Fact]
    public async Task A_question_is_recalled_after_seven_days_unless_it_was_answered_and_another_question_anew()
    {
        await using var server = await NeedsServer.StartAsync();
        var (silent, quick) = (await server.ReturnAsync(await server.SubmitNeedAsync()), await server.ReturnAsync(await server.SubmitNeedAsync()));
        (await server.StepAsync(quick, "answer", """{"text":"Three pumps."}""")).Expect(HttpStatusCode.OK);
        server.Clock.Advance(TimeSpan.FromDays(7));
        await server.LooksAsync();
        Assert.Equal(ReminderReason.QuestionUnanswered, Assert.Single(server.Reminded(silent)).Reason);
        Assert.Empty(server.Reminded(quick));

        var answered = (await server.StepAsync(silent, "answer", """{"text":"Four pumps."}""")).Expect(HttpStatusCode.OK);
        (await server.ReturnAsync(answered)).Expect(HttpStatusCode.OK);
        server.Clock.Advance(TimeSpan.FromDays(7));
        await server.LooksAsync();

        Assert.Equal(2, server.Reminded(silent).Count);
    }

    [Fact]
    public async Task A_question_that_AUC_calls_about_already_is_not_recalled_by_letter()
    {
        await using var server = await NeedsServer.StartAsync();
        var paused = await server.ReturnAsync(await server.SubmitNeedAsync());
        (await server.StepAsync(paused, "pause", """{"reason":"attack","until":"2027-01-10"}""")).Expect(HttpStatusCode.OK);
        server.Clock.Advance(TimeSpan.FromDays(60));

        await server.LooksAsync();

        Assert.Empty(server.Reminded(paused));
    }

    [Fact]
    public async Task While_deadlines_rest_nobody_is_reminded()
    {
        await using var server = await NeedsServer.StartAsync();
        var suspended = await server.NeedInAsync("suspended");
        var withdrawn = await server.NeedInAsync("withdrawn");
        var paused = await server.SubmitNeedAsync();
        server.Clock.Advance(TimeSpan.FromDays(80));
        (await server.StepAsync(paused, "pause", """{"reason":"attack","until":"2027-03-10"}""")).Expect(HttpStatusCode.OK);
        server.Clock.Advance(TimeSpan.FromDays(10));
        await server.LooksAsync();
        Assert.Empty(server.Reminded(paused));

        server.Clock.Advance(TimeSpan.FromDays(30));
        await server.LooksAsync();

        Assert.Equal(ReminderReason.Silence, Assert.Single(server.Reminded(paused)).Reason);
        Assert.Empty(server.Reminded(suspended));
        Assert.Empty(server.Reminded(withdrawn));
    }

    [Fact]
    public async Task A_verification_for_a_short_time_is_not_recalled_on_the_day_on_which_it_was_given()
    {
        await using var server = await NeedsServer.StartAsync();
        var need = await server.VerifyAsync(await server.SubmitNeedAsync(), """{"validityDays":30}""");
        server.Clock.Advance(TimeSpan.FromHours(1));
        await server.LooksAsync();
        Assert.Empty(server.Reminded(need));

        server.Clock.Advance(TimeSpan.FromDays(23));
        await server.LooksAsync();

        Assert.Equal(ReminderReason.VerificationEndsSoon, Assert.Single(server.Reminded(need)).Reason);
    }

    [Fact]
    public async Task Two_replicas_tell_each_reminder_once_and_so_does_one_that_starts_later()
    {
        await using var server = await NeedsServer.StartAsync();
        var needs = new List<Answer>();
        for (var i = 0; i < 30; i++)
            needs.Add(await server.SubmitNeedAsync());
        server.Clock.Advance(TimeSpan.FromDays(90));
        await Until.TrueAsync(() => needs.All(need => server.Reminded(need).Count == 1));

        var late = await server.SilentNeedAsync();
        await using var replica = await server.StartReplicaAsync();
        await Until.TrueAsync(() => server.Reminded(late).Count > 0);
        for (var i = 0; i < 30; i++)
            needs.Add(await server.SilentNeedAsync());
        server.Clock.Advance(TimeSpan.FromHours(1));
        await Until.TrueAsync(() => needs.All(need => server.Reminded(need).Count > 0));
        await server.LooksAsync();

        Assert.All([late, .. needs], need => Assert.Single(server.Reminded(need)));
    }
}
